using Arena.Game.Questions;
using Arena.Game.State;
using Arena.Game.Vocabulary;

namespace Arena.Game.Commands;

/// <summary>What can be asked of a game. A closed family.</summary>
public abstract record GameCommand
{
    private GameCommand()
    {
    }

    /// <summary>Opens the session. <paramref name="Quiz"/> may hold more questions than are asked.</summary>
    public sealed record Launch(Guid SessionId, string Code, Quiz Quiz, SessionSettings Settings, long Seed) : GameCommand
    {
        /// <summary>The user who launches it, if known. For the session's row: no rule asks.</summary>
        public Guid? HostId { get; init; }

        /// <summary>The session ends after so many milliseconds without activity.</summary>
        public int IdleExpiryMs { get; init; } = GameLimits.DefaultIdleExpiryMs;

        /// <summary>The series that the game continues, or null.</summary>
        public GameSeries? Series { get; init; }
    }

    /// <summary>Takes a seat.</summary>
    public sealed record Join(Guid OperationId, string Nickname) : GameCommand
    {
        /// <summary>The face that the player picked, or null for the one of the seat.</summary>
        public int? Face { get; init; }

        /// <summary>Whether the name holds a word that not every host wants to read.</summary>
        public bool Unfit { get; init; }

        /// <summary>The team that the player chose, or null for the smallest.</summary>
        public int? Team { get; init; }

        /// <summary>Whether the name waits for a host's approval, also where those of others do not: a removed player may be back.</summary>
        public bool IsHeld { get; init; }

        /// <summary>The player's seat in the game that this one continues, or null. The caller has checked it; it leads to one seat here.</summary>
        public PreviousSeat? Previous { get; init; }
    }

    /// <summary>Gives a player's seat to another device. The caller has checked that a host offered it.</summary>
    /// <param name="OperationId">Of the device that takes it: as for <see cref="Join"/>, the same id always leads to the same seat.</param>
    /// <param name="Seat">Whose.</param>
    public sealed record HandOverSeat(Guid OperationId, int Seat) : GameCommand;

    /// <summary>Answers the open question.</summary>
    /// <param name="OperationId">Of the player's client.</param>
    /// <param name="Seat">Who answers.</param>
    /// <param name="Round">Index of the question.</param>
    /// <param name="Value">The answer.</param>
    /// <param name="StampMs">When it reached a gateway.</param>
    /// <param name="LinkDelayMs">What the server measured of the player's link.</param>
    public sealed record SubmitAnswer(Guid OperationId, int Seat, int Round, AnswerValue Value, long StampMs, int LinkDelayMs) : GameCommand
    {
        /// <summary>The <see cref="Player.Issue"/> that the device holds: after a hand-over of the seat an earlier one answers no more.</summary>
        public int Issue { get; init; }

        /// <summary>Points that the player bets on the answer, where the mode has bets.</summary>
        public int Stake { get; init; }

        /// <summary>Whether the answer, which everyone would see, holds a word that offends.</summary>
        public bool Unfit { get; init; }
    }

    /// <summary>Shows a player the hint of the open question. Using it again shows it again, and costs nothing more.</summary>
    /// <param name="OperationId">Of the player's client.</param>
    /// <param name="Seat">Who uses it.</param>
    /// <param name="Round">Index of the question.</param>
    /// <param name="Issue">As for <see cref="SubmitAnswer"/>.</param>
    public sealed record UseHint(Guid OperationId, int Seat, int Round, int Issue = 0) : GameCommand;

    /// <summary>Changes the face of a player in the lobby. Idempotent by the face that it replaces: repeated after a later change, it changes nothing.</summary>
    public sealed record ChangeFace(int Seat, int From, int To, int Issue = 0) : GameCommand;

    /// <summary>The player of a self-paced session asks for the next question, or begins. Repeating it in a later step changes nothing.</summary>
    /// <param name="Seat">Who asks.</param>
    /// <param name="Step">The step that it was given in.</param>
    /// <param name="Issue">As for <see cref="SubmitAnswer"/>.</param>
    public sealed record NextQuestion(int Seat, int Step, int Issue = 0) : GameCommand;
    /// <summary>Uses a power-up that the player has in hand on the open question.</summary>
    /// <param name="OperationId">Of the player's client.</param>
    /// <param name="Seat">Who uses it.</param>
    /// <param name="Round">Index of the question.</param>
    /// <param name="Kind">Which one.</param>
    /// <param name="Issue">As for <see cref="SubmitAnswer"/>.</param>
    public sealed record UsePowerUp(Guid OperationId, int Seat, int Round, PowerUpKind Kind, int Issue = 0) : GameCommand;

    /// <summary>A host's command.</summary>
    /// <param name="OperationId">Of the host's client.</param>
    /// <param name="Step">The step that it was given in: what advances the game is refused in another one, so that two clicks are one.</param>
    /// <param name="Action">What to do.</param>
    public sealed record Host(Guid OperationId, int Step, HostAction Action) : GameCommand;

    /// <summary>A deadline of a step may have passed. Does nothing if it has not, or if the game is elsewhere.</summary>
    public sealed record Tick(int Step) : GameCommand
    {
        /// <summary>Whether no connected player can still use granted extra time: then the question closes for all at once.</summary>
        public bool SkipsOvertime { get; init; }
    }

    /// <summary>Every player who is there has answered. Does nothing if the game is elsewhere.</summary>
    public sealed record EveryoneAnswered(int Step) : GameCommand;

    /// <summary>After an interruption every player is connected again. Does nothing if the game does not wait for players.</summary>
    public sealed record EveryoneReturned : GameCommand;

    /// <summary>The host's lease ran out, or the host is back.</summary>
    public sealed record HostPresence(bool Away) : GameCommand;

    /// <summary>The game was not being run since <paramref name="LastAliveMs"/>: its clock continues from there, after a moment to reconnect.</summary>
    public sealed record Recover(long LastAliveMs) : GameCommand;
}
