using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Arena.Game;
using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.Questions;
using Arena.Game.State;
using Arena.Game.Vocabulary;
using Arena.GrainInterfaces;
using Arena.Grains.Ports;
using Arena.Grains.Session;
using Arena.TestKit.VirtualTime;
using Microsoft.Extensions.Logging.Abstractions;

namespace Arena.Storage.Tests.Support;

/// <summary>A game that is really played: the session's own pipeline on a journal, in virtual time, by players drawn from a seed.</summary>
[SuppressMessage("Security", "CA5394", Justification = "Players need no secrets")]
internal sealed class TestGame
{
    private readonly ManualTimeProvider _time = new();
    private readonly SessionPipeline _pipeline;
    private readonly ServerClock _clock;
    private readonly Random _random;

    private TestGame(ISessionJournal journal, OpenedSession? opened, int seed)
    {
        _clock = new(_time);
        _journal = journal;
        _random = new(seed);
        _pipeline = new(journal, opened, _clock, queueLimit: 10_000, NullLogger.Instance, CommittedAsync, () => Task.CompletedTask);
    }

    private readonly ISessionJournal _journal;
    private long _lastAtMs;

    public GameState State => _pipeline.State!;

    public static async Task<TestGame> LaunchAsync(ISessionJournal journal, string code, int seed, int questions = 4, PowerUpSettings? powerUps = null)
    {
        var game = new TestGame(journal, null, seed);
        var quiz = new Quiz(Guid.NewGuid(), "Test", [.. Enumerable.Range(0, questions).Select(number => new SingleChoiceQuestion(
            Guid.NewGuid(), $"Question {number}?", [new("A", true), new("B", false), new("C", false)], 20_000, 1_000))]);
        await game.SubmitAsync(new GameCommand.Launch(Guid.NewGuid(), code, quiz, new() { QuestionCount = questions, AutoAdvance = true, PowerUps = powerUps }, seed));
        return game;
    }

    /// <summary>A game of one question that is typed.</summary>
    public static async Task<TestGame> LaunchTypedAsync(ISessionJournal journal, string code)
    {
        var game = new TestGame(journal, null, seed: 1);
        var quiz = new Quiz(Guid.NewGuid(), "Typed", [new TypedAnswerQuestion(Guid.NewGuid(), "Capital?", ["Bern"], 20_000, 1_000)]);
        await game.SubmitAsync(new GameCommand.Launch(Guid.NewGuid(), code, quiz, new(), 1));
        return game;
    }

    /// <summary>Continues a game as the next activation does.</summary>
    public static async Task<TestGame> ReopenAsync(ISessionJournal journal, string code, int seed) =>
        new(journal, await journal.OpenSessionAsync(code, NullLogger.Instance, default), seed);

    public async Task JoinAsync(int players) => await SubmitAsync(
        [.. Enumerable.Range(0, players).Select(number => new GameCommand.Join(Guid.NewGuid(), $"Player {State.Players.Count + number}"))]);

    public Task HostAsync(HostAction action) => SubmitAsync(new GameCommand.Host(Guid.NewGuid(), State.Step, action));

    /// <summary>Lets the clock move the game on.</summary>
    public async Task DueAsync()
    {
        if (Decider.NextDeadline(State) is { } due)
            _time.Advance(TimeSpan.FromMilliseconds(Math.Max(0, due - _clock.NowMs) + 1));
        await SubmitAsync(new GameCommand.Tick(State.Step));
    }

    /// <summary>Some of the players answer, at different instants.</summary>
    public async Task AnswerAsync(double share = 0.8)
    {
        var asking = (Phase.Asking)State.Phase;
        _time.Advance(TimeSpan.FromMilliseconds(asking.OpensAtMs - _clock.NowMs + _random.Next(100, 5_000)));
        foreach (var some in State.Players.Where(_ => _random.NextDouble() < share).Chunk(7))
        {
            await SubmitAsync([.. some.Select(player => new GameCommand.SubmitAnswer(
                Guid.NewGuid(), player.Seat, asking.Round, ChoiceAnswer.Of(_random.Next(3)), _clock.NowMs, 20))]);
            _time.Advance(TimeSpan.FromMilliseconds(_random.Next(0, 400)));
        }
    }

    /// <summary>A player uses a power-up on the open question.</summary>
    public Task UsePowerUpAsync(int seat, PowerUpKind kind) =>
        SubmitAsync(new GameCommand.UsePowerUp(Guid.NewGuid(), seat, ((Phase.Asking)State.Phase).Round, kind));

    /// <summary>A player answers rightly, at once.</summary>
    public Task AnswerRightAsync(int seat) => AnswerAsync(seat, ChoiceAnswer.Of(0));

    /// <summary>A player answers at once.</summary>
    public Task AnswerAsync(int seat, AnswerValue answer)
    {
        var asking = (Phase.Asking)State.Phase;
        _time.Advance(TimeSpan.FromMilliseconds(Math.Max(0, asking.OpensAtMs - _clock.NowMs)));
        return SubmitAsync(new GameCommand.SubmitAnswer(Guid.NewGuid(), seat, asking.Round, answer, _clock.NowMs, 0));
    }

    /// <summary>Plays on to the first question, and through as many as given; sometimes one is skipped, or a player is kicked.</summary>
    public async Task PlayAsync(int rounds)
    {
        if (State.Phase is Phase.Lobby)
            await HostAsync(new HostAction.Start());
        for (var played = 0; played < rounds && !State.Ended;)
        {
            if (State.Phase is not Phase.Asking)
            {
                await DueAsync();
                continue;
            }
            await AnswerAsync();
            if (_random.Next(3) == 0)
                await HostAsync(new HostAction.Kick(_random.Next(State.Players.Count)));
            if (_random.Next(3) == 0)
                await HostAsync(new HostAction.Skip());
            else
                await DueAsync();
            played++;
        }
    }

    /// <summary>Keeps a snapshot of the state as it is.</summary>
    public async Task<SessionSnapshot> KeepSnapshotAsync()
    {
        var snapshot = SnapshotCodec.Write(State, _pipeline.Version, _lastAtMs);
        await _journal.KeepSnapshotAsync(State.SessionId, snapshot, default);
        return snapshot;
    }

    private Task CommittedAsync(GameState state, IReadOnlyList<GameEvent> events)
    {
        _lastAtMs = events[^1].AtMs;
        return Task.CompletedTask;
    }

    public async Task SubmitAsync(params ImmutableArray<GameCommand> commands) =>
        Assert.All(await _pipeline.SubmitAsync(commands), decision => Assert.False(
            decision is Decision.Refused { Code: not (GameErrorCode.Kicked or GameErrorCode.NotNow) }, $"{decision}"));
}
