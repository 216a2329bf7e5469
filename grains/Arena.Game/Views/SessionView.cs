using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Arena.Game.Vocabulary;

namespace Arena.Game.Views;

/// <summary>
/// What everyone in a session may see, whole: the newest one replaces all older ones.
/// There is no place in it for the key of a question that has not been revealed.
/// All instants are Unix milliseconds on the silo's clock.
/// </summary>
/// <param name="Code">The join code.</param>
/// <param name="Title">The quiz's title.</param>
/// <param name="Step">Counts the phases gone through. A host command names the step it was given in, so that two clicks are one.</param>
/// <param name="QuestionCount">How many questions the game has.</param>
/// <param name="PlayerCount">Players with a seat (not those who were kicked).</param>
/// <param name="Locked">Whether new players are refused.</param>
/// <param name="AutoAdvance">Whether the game moves on by itself.</param>
/// <param name="PausedAtMs">Since when the game is paused, or null. While paused, the instants of the phase stand still.</param>
/// <param name="HostAway">Whether no host is connected, and the game continues by itself because it was launched so.</param>
/// <param name="Phase">Where the game is.</param>
public sealed record SessionView(
    string Code, string Title, int Step, int QuestionCount, int PlayerCount, bool Locked, bool AutoAdvance, long? PausedAtMs, bool HostAway,
    PhaseView Phase)
{
    /// <summary>Which game is played.</summary>
    public GameMode Mode { get; init; } = new ClassicMode();

    /// <summary>How its only player goes through the questions alone; null for a game with a host.</summary>
    public SelfPace? Pace { get; init; }

    /// <summary>Whether players can react in the lobby, after a question and on the podium.</summary>
    public bool HasReactions { get; init; }

    /// <summary>Whether players can earn and use power-ups.</summary>
    public bool HasPowerUps { get; init; }

    /// <summary>
    /// Since when the server cannot store events, so that the game is suspended, or null. During that time nothing is accepted and the
    /// instants of the phase stand still. Not part of the game's state: the grain that runs the game sets it.
    /// </summary>
    public long? SuspendedSinceMs { get; init; }

    /// <summary>When the session ends because nothing happens in it, announced some minutes before, or null. Any join, answer or host command cancels that.</summary>
    public long? ExpiresAtMs { get; init; }

    /// <summary>Index of the question that a host has just skipped, while <see cref="HostAction.UndoSkip"/> can reopen it; else null.</summary>
    public int? SkippedRound { get; init; }

    /// <summary>The teams in their order, as of the last revealed question; empty where there are none.</summary>
    public ImmutableArray<TeamLine> Teams { get; init; } = [];

    /// <summary>
    /// The media of the question to come, from the lobby or the reveal before it until it is asked: clients load them then, so that all see them at
    /// once.
    /// </summary>
    public ImmutableArray<NextMedium> NextMedia { get; init; } = [];

    /// <summary>The series of games that this one continues, in the lobby and on the podium; else null.</summary>
    public SeriesView? Series { get; init; }

    /// <summary>
    /// The join code of the game that follows this one, once a host has launched it; else null. Players join it with their seat token. Not part of
    /// the game's state: the grain that runs the game sets it.
    /// </summary>
    public string? NextCode { get; init; }
}

/// <summary>Where the players of a series of games stand.</summary>
/// <param name="Number">Which game of the series this is, from 2.</param>
/// <param name="Top">10 at most, best first, with the points of all games so far; no rank before, and no streak.</param>
/// <param name="Teams">Every team, in the order of the teams, with the points of all games so far; empty without teams, and where players were put into new ones.</param>
public sealed record SeriesView(int Number, ImmutableArray<StandingLine> Top, ImmutableArray<TeamLine> Teams);

/// <summary>Where a team stands. What it is called is for the client to say: a team is a number.</summary>
/// <param name="Team">From 0.</param>
/// <param name="Players">How many are in it (not those who were kicked).</param>
/// <param name="Score">
/// The average of its players' scores, rounded to the nearest whole, a half up; 0 while the team is empty. A player who is moved takes the
/// points along.
/// </param>
/// <param name="Rank">From 1, equal scores share one (1, 1, 3); 0 before the first question is revealed, and while the team is empty.</param>
public sealed record TeamLine(int Team, int Players, int Score, int Rank);

/// <summary>Where a game is. On the wire <c>kind</c> names the case.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(LobbyView), "lobby")]
[JsonDerivedType(typeof(GetReadyView), "getReady")]
[JsonDerivedType(typeof(AskingView), "asking")]
[JsonDerivedType(typeof(RevealView), "reveal")]
[JsonDerivedType(typeof(StandingsView), "standings")]
[JsonDerivedType(typeof(PodiumView), "podium")]
public abstract record PhaseView
{
    private protected PhaseView()
    {
    }
}

/// <summary>Players gather.</summary>
/// <param name="Newest">The nicknames that joined last, newest first, 20 at most; none that waits for approval.</param>
/// <param name="Faces">The faces of the same players, in the same order.</param>
public sealed record LobbyView(ImmutableArray<string> Newest, ImmutableArray<int> Faces) : PhaseView;

/// <summary>A question is about to be shown; only its kind and points are published.</summary>
/// <param name="Round">Index of the question, from 0.</param>
/// <param name="Type">How it will be answered.</param>
/// <param name="Points">0, 1000 or 2000.</param>
/// <param name="EndsAtMs">When the question is shown.</param>
public sealed record GetReadyView(int Round, QuestionType Type, int Points, long EndsAtMs) : PhaseView;

/// <summary>A question is open from <paramref name="OpensAtMs"/> to <paramref name="ClosesAtMs"/>.</summary>
/// <param name="Round">Index of the question, from 0.</param>
/// <param name="Prompt">The question.</param>
/// <param name="Task">The task without its key.</param>
/// <param name="Points">0, 1000 or 2000.</param>
/// <param name="OpensAtMs">In the near future when the view is sent, so that it opens for all at once.</param>
/// <param name="ClosesAtMs">An answer stamped later is too late, except for a player with more time.</param>
/// <param name="Untimed">Whether the question has no time limit: what closes it is that everyone has answered, or the host.</param>
/// <param name="Overtime">Whether the time is over, and the question waits for players with more time. Their names are not published.</param>
public sealed record AskingView(
    int Round, string Prompt, TaskView Task, int Points, long OpensAtMs, long ClosesAtMs, bool Untimed,
    bool Overtime) : PhaseView
{
    /// <summary>How many per cent of the points the hint costs, 0 where there are none to lose; null without a hint. Its text is in <see cref="SeatView.Hint"/> of those who use it.</summary>
    public int? HintCostPercent { get; init; }

    /// <summary>Shown with the question, or null.</summary>
    public MediumView? Medium { get; init; }

    /// <summary>The power-ups that have an effect on the question, for players with one of them in hand; empty in a game without any.</summary>
    public ImmutableArray<PowerUpKind> PowerUps { get; init; } = [];
}

/// <summary>The question is closed and its key is published.</summary>
/// <param name="Round">Index of the question, from 0.</param>
/// <param name="Prompt">The question.</param>
/// <param name="Task">The task.</param>
/// <param name="Key">The right answer, or null if there is none.</param>
/// <param name="Tally">Statistics of the answers.</param>
/// <param name="Explanation">The author's, if any.</param>
/// <param name="EndsAtMs">When the game moves on, or null when the host does it.</param>
public sealed record RevealView(
    int Round, string Prompt, TaskView Task, KeyView? Key, Tally Tally, string? Explanation, long? EndsAtMs) : PhaseView
{
    /// <summary>Shown with the question, or null.</summary>
    public MediumView? Medium { get; init; }

    /// <summary>How many players used a power-up on it.</summary>
    public int PowerUps { get; init; }

    /// <summary>Authors and licences of all media of the question, each once.</summary>
    public ImmutableArray<string> Credits { get; init; } = [];
}

/// <summary>The first of the ranking after a question.</summary>
/// <param name="Round">Index of the question, from 0.</param>
/// <param name="Top">5 at most, best first.</param>
/// <param name="EndsAtMs">When the game moves on, or null when the host does it.</param>
public sealed record StandingsView(int Round, ImmutableArray<StandingLine> Top, long? EndsAtMs) : PhaseView;

/// <summary>The game is over.</summary>
/// <param name="Reason">Why it ended.</param>
/// <param name="Podium">10 at most, best first.</param>
/// <param name="Rounds">What became of each question that was asked.</param>
public sealed record PodiumView(EndReason Reason, ImmutableArray<StandingLine> Podium, ImmutableArray<RoundSummary> Rounds) : PhaseView
{
    /// <summary>While the first places are shown one after the other, the best last; null where they are shown at once.</summary>
    public Finale? Finale { get; init; }
}

/// <summary>The time that the big screen takes to show the first places. A player's screen names no place before its end.</summary>
/// <param name="StartsAtMs">Unix milliseconds on the server's clock.</param>
/// <param name="EndsAtMs">From here the first place is shown.</param>
public sealed record Finale(long StartsAtMs, long EndsAtMs);

/// <summary>One line of a ranking. Equal scores share a rank (1, 1, 3).</summary>
/// <param name="Seat">The player's seat.</param>
/// <param name="Nickname">The player's name; empty while it waits for approval.</param>
/// <param name="Score">Sum of all points so far.</param>
/// <param name="Rank">From 1.</param>
/// <param name="PreviousRank">Before the last question, or null for one who joined since.</param>
/// <param name="Streak">Correct answers in a row.</param>
/// <param name="Face">The player's face: picked, or the one of the seat.</param>
/// <param name="Team">The player's team, or null.</param>
public sealed record StandingLine(int Seat, string Nickname, int Score, int Rank, int? PreviousRank, int Streak, int Face, int? Team)
{
    /// <summary>How many questions the player can still miss, 0 for one who is out; null where the mode counts none.</summary>
    public int? Lives { get; init; }
}

/// <summary>What became of one question.</summary>
/// <param name="Round">Index of the question, from 0.</param>
/// <param name="Prompt">The question.</param>
/// <param name="Answered">How many answered.</param>
/// <param name="Correct">How many were right.</param>
/// <param name="Skipped">Whether the host skipped it: then it did not count.</param>
/// <param name="Players">How many were in the game when it closed; 0 where that is not known.</param>
/// <param name="Scored">Whether answers could be right or wrong.</param>
public sealed record RoundSummary(int Round, string Prompt, int Answered, int Correct, bool Skipped, int Players = 0, bool Scored = true)
{
    /// <summary>How many used its hint.</summary>
    public int Hints { get; init; }

    /// <summary>How many used a power-up on it.</summary>
    public int PowerUps { get; init; }
}

/// <summary>Why a game ended.</summary>
public enum EndReason
{
    /// <summary>It was played to its end: all questions, or until its mode decided it.</summary>
    Completed,
    /// <summary>The host ended it.</summary>
    EndedByHost,
    /// <summary>It was closed because nothing happened in it for the configured time.</summary>
    Abandoned,
}
