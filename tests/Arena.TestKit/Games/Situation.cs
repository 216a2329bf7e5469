using Arena.Game;
using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.State;
using Arena.Game.Vocabulary;
using Xunit;

namespace Arena.TestKit.Games;

/// <summary>A game in which something is about to be asked.</summary>
public sealed record Situation(GameState? Game)
{
    /// <summary>The game, which has been launched.</summary>
    public GameState State => Game ?? throw new InvalidOperationException("There is no game yet.");

    public Player Player(int seat) => State.Players[seat];

    public Outcome When(GameCommand command, long at) => new(this, Decider.Decide(Game, command, at));

    /// <summary>A host's command, given in the current step unless another is passed.</summary>
    public Outcome WhenHost(HostAction action, long at, int operation = 99, int? step = null) =>
        When(new GameCommand.Host(Scenario.Operation(operation), step ?? State.Step, action), at);

    /// <summary>The same with arguments that fit.</summary>
    public Outcome WhenHost(HostActionKind kind, long at, int operation = 99, int? step = null) => WhenHost(HostActions.Of(kind), at, operation, step);

    /// <summary>A host grants the player of a seat another share of time.</summary>
    public Outcome WhenGranted(int seat, PlayerTime time, long at) =>
        WhenHost(new HostAction.GrantTime(seat, time), at);

    /// <summary>A host gives the player of a seat another name.</summary>
    public Outcome WhenRenamed(int seat, string? nickname, long at) => WhenHost(new HostAction.Rename(seat, nickname!), at);

    /// <summary>The deadline's tick, on time.</summary>
    public Outcome WhenDue() =>
        When(new GameCommand.Tick(State.Step), Decider.NextDeadline(State) ?? throw new InvalidOperationException("Nothing is due."));
}

/// <summary>What a command led to.</summary>
public sealed record Outcome(Situation Before, Decision Decision)
{
    /// <summary>The game after it.</summary>
    public Situation After => new(Events.Aggregate(Before.Game, Decider.Evolve));

    public IEnumerable<GameEvent> Events => Decision is Decision.Accepted accepted ? accepted.Events : [];

    /// <summary>The single event of a kind that it led to.</summary>
    public T The<T>() where T : GameEvent => Assert.Single(Events.OfType<T>());

    public Situation Then(params GameEvent[] expected)
    {
        Assert.Equal(Text.Events(expected), Decision is Decision.Refused refused ? $"refused: {refused.Code}" : Text.Events(Events));
        return After;
    }

    public Situation Then(GameErrorCode expected)
    {
        Assert.Equal($"refused: {expected}", Decision is Decision.Refused refused ? $"refused: {refused.Code}" : Text.Events(Events));
        return After;
    }

    public Situation ThenNothing() => Then();

    /// <summary>Accepted, with any events.</summary>
    public Situation ThenDone()
    {
        Assert.IsType<Decision.Accepted>(Decision);
        return After;
    }
}
