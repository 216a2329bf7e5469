using System.Collections.Immutable;
using System.Diagnostics;
using Arena.Game.Commands;
using Arena.Game.Questions;
using Arena.Game.State;
using Arena.Game.Vocabulary;
using Arena.GrainInterfaces;
using Arena.Grains.Ports;
using Arena.Grains.Session;
using Arena.TestKit.VirtualTime;
using Microsoft.Extensions.Logging.Abstractions;

namespace Arena.Storage.Load.Bench;

/// <summary>
/// One session as its grain runs it: the real pipeline and rules, on a scheduler of its own. The game's clock is virtual, so that a
/// question is open as soon as it is asked.
/// </summary>
internal sealed class BenchGame
{
    private readonly ManualTimeProvider _time = new();
    private readonly TaskScheduler _turns = new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler;
    private readonly ServerClock _clock;
    private readonly SessionPipeline _pipeline;

    private BenchGame(ISessionJournal journal)
    {
        _clock = new(_time);
        _pipeline = new(journal, null, _clock, GameLimits.MaxPlayers * 2, NullLogger.Instance, (_, _) => Task.CompletedTask, () => Task.CompletedTask);
    }

    public int Players => _pipeline.State!.Players.Count;

    public Guid SessionId => _pipeline.State!.SessionId;

    /// <summary>A session whose players are seated and whose first question is open.</summary>
    public static async Task<BenchGame> LaunchAsync(ISessionJournal journal, int players, int questions)
    {
        var game = new BenchGame(journal);
        var quiz = new Quiz(Guid.NewGuid(), "Benchmark", [.. Enumerable.Range(0, questions).Select(number => new SingleChoiceQuestion(
            Guid.NewGuid(), $"Question {number}?", [new("A", true), new("B", false), new("C", false)], 20_000, 1_000))]);
        var settings = new SessionSettings { QuestionCount = questions, MaxPlayers = GameLimits.MaxPlayers, GetReadyMs = 0 };
        await game.SubmitAsync([new GameCommand.Launch(Guid.NewGuid(), Guid.NewGuid().ToString("N"), quiz, settings, 1)]);
        foreach (var some in Enumerable.Range(0, players).Chunk(1_000))
            await game.SubmitAsync([.. some.Select(seat => new GameCommand.Join(Guid.NewGuid(), $"Player {seat}"))]);
        await game.SubmitAsync([new GameCommand.Host(Guid.NewGuid(), 0, new HostAction.Start()), new GameCommand.Tick(1)]);
        game._time.Advance(TimeSpan.FromSeconds(2));
        return game;
    }

    /// <summary>Closes the open question and opens the next: every player's score changes.</summary>
    public async Task NextAsync()
    {
        for (var phases = 0; phases < 3; phases++)
        {
            await SubmitAsync([new GameCommand.Host(Guid.NewGuid(), _pipeline.State!.Step, new HostAction.Advance())]);
            _time.Advance(TimeSpan.FromMilliseconds(GameLimits.RepeatGuardMs));
        }
        await SubmitAsync([new GameCommand.Tick(_pipeline.State!.Step)]);
        _time.Advance(TimeSpan.FromSeconds(2));
    }

    /// <summary>Ends the game: its journal is closed.</summary>
    public Task EndAsync() => SubmitAsync([new GameCommand.Host(Guid.NewGuid(), 0, new HostAction.End())]);

    /// <summary>A player answers the open question.</summary>
    /// <param name="seat">Who.</param>
    /// <param name="sinceTimestamp">From when the wait is counted.</param>
    /// <returns>How long it took until the answer was acknowledged, in ticks of the stopwatch.</returns>
    public async Task<long> AnswerAsync(int seat, long sinceTimestamp)
    {
        var round = ((Phase.Asking)_pipeline.State!.Phase).Round;
        await SubmitAsync([new GameCommand.SubmitAnswer(Guid.NewGuid(), seat, round, ChoiceAnswer.Of((seat + round) % 3), _clock.NowMs, 20)]);
        return Stopwatch.GetTimestamp() - sinceTimestamp;
    }

    private async Task SubmitAsync(ImmutableArray<GameCommand> commands)
    {
        var decisions = await Task.Factory.StartNew(
            () => _pipeline.SubmitAsync(commands), CancellationToken.None, TaskCreationOptions.None, _turns).Unwrap();
        foreach (var decision in decisions)
        {
            if (decision is Decision.Refused refused)
                throw new InvalidOperationException($"The session refused with {refused.Code}.");
        }
    }
}
