using System.Collections.Immutable;
using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.Rules;
using Arena.Game.Rules.PowerUps;
using Arena.Game.State;
using Arena.Game.Vocabulary;

namespace Arena.Game;

/// <summary>The rules of a game as pure functions: what may happen, what does, and when the clock asks next.</summary>
public static class Decider
{
    /// <summary>Decides a command. Never throws, for any content of the command.</summary>
    /// <param name="state">The game, or null before its launch.</param>
    /// <param name="command">The request.</param>
    /// <param name="nowMs">The silo's clock, in Unix milliseconds.</param>
    public static Decision Decide(GameState? state, GameCommand command, long nowMs) => (state, command) switch
    {
        (_, GameCommand.Launch launch) => Launching.Decide(state, launch, nowMs),
        (null, _) => GameErrorCode.UnknownSession,
        _ when OperationOf(command) == Guid.Empty => GameErrorCode.InvalidMessage,
        (_, GameCommand.Join join) => Joining.Decide(state, join, nowMs),
        (_, GameCommand.HandOverSeat handOver) => Joining.HandOver(state, handOver, nowMs),
        (_, GameCommand.SubmitAnswer answer) => SelfPacing.AfterAnswer(state, Answering.Decide(state, answer, nowMs), nowMs),
        (_, GameCommand.NextQuestion next) => SelfPacing.Next(state, next, nowMs),
        (_, GameCommand.ChangeFace change) => FaceChanging.Decide(state, change, nowMs),
        (_, GameCommand.UseHint hint) => Hints.Decide(state, hint, nowMs),
        (_, GameCommand.UsePowerUp use) => PowerUpUsing.Decide(state, use, nowMs),
        (_, GameCommand.Host host) => Hosting.Decide(state, host, nowMs),
        (_, GameCommand.Tick tick) => PhaseTransitions.Tick(state, tick, nowMs),
        (_, GameCommand.EveryoneAnswered all) => PhaseTransitions.EveryoneAnswered(state, all, nowMs),
        (_, GameCommand.EveryoneReturned) => PhaseTransitions.EveryoneReturned(state, nowMs),
        (_, GameCommand.HostPresence presence) => PhaseTransitions.HostPresence(state, presence, nowMs),
        (_, GameCommand.Recover recover) => PhaseTransitions.Recover(state, recover, nowMs),
        _ => GameErrorCode.InvalidMessage,
    };

    /// <summary>The new game after an event. Total: every event applies to every game.</summary>
    public static GameState Evolve(GameState? state, GameEvent happened) => Evolution.Evolve(state, happened);

    /// <summary>Whether the open question still waits for a player: once the time of most is over, only for those with more.</summary>
    public static bool MayAnswer(Phase.Asking asking, Player player) =>
        !player.Kicked && !Answering.IsDone(player, asking.Round) && (!asking.Overtime || TimeAccommodation.HasMore(player, asking.Round));

    /// <summary>Why no new player can join now, or null: a player should learn it before choosing a name.</summary>
    public static GameErrorCode? WhyJoiningIsClosed(GameState state) => Joining.WhyClosed(state);

    /// <summary>
    /// What a host can do now: the actions that <see cref="Decide"/> accepts with arguments that fit. It depends on the state alone: for half a
    /// second after a phase began, an advance or a skip is refused all the same as a second press.
    /// </summary>
    public static ImmutableArray<HostActionKind> PossibleActions(GameState state) => Hosting.PossibleActions(state);

    /// <summary>When a <see cref="GameCommand.Tick"/> is due next, or null once the game is over.</summary>
    public static long? NextDeadline(GameState state) => PhaseTransitions.NextDeadline(state);

    /// <summary>Whether the game stands still after an interruption until its players are back: then <see cref="GameCommand.EveryoneReturned"/> shortens the wait.</summary>
    public static bool WaitsForReturns(GameState state, long nowMs) => PhaseTransitions.WaitsForReturns(state, nowMs);

    /// <summary>The operation id of a command that has one. An empty one is no identity: two strangers would share it, and with it a seat.</summary>
    private static Guid? OperationOf(GameCommand command) => command switch
    {
        GameCommand.Join join => join.OperationId,
        GameCommand.HandOverSeat handOver => handOver.OperationId,
        GameCommand.SubmitAnswer answer => answer.OperationId,
        GameCommand.UseHint hint => hint.OperationId,
        GameCommand.UsePowerUp use => use.OperationId,
        GameCommand.Host host => host.OperationId,
        _ => null,
    };
}
