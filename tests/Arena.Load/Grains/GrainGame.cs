using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using Arena.Game.Vocabulary;
using Arena.GrainInterfaces;

namespace Arena.Load.Grains;

/// <summary>One game, played by calls of its grain: the players answer each question once at a random moment, all of them right.</summary>
internal sealed class GrainGame(IGrainFactory grains, string code, Guid quizId, int players, Random random, Counters tally) : ISessionObserver
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly SessionSettings Settings = new() { AutoAdvance = true, GetReadyMs = 0, RevealMs = 500, StandingsMs = 500, QuestionCount = 200 };

    private readonly Guid _sessionId = Guid.NewGuid();
    private readonly HashSet<int> _asked = [];
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource<JsonElement> _podium = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private IGameSessionGrain Session => grains.GetGrain<IGameSessionGrain>(code);

    /// <summary>Opens the session and takes all its seats.</summary>
    public async Task SeatAsync()
    {
        if (!(await Session.Launch(new(_sessionId, quizId, WireJson.Body(Settings), random.NextInt64()))).Accepted)
            throw new InvalidOperationException($"{code} was not launched.");
        for (var seat = 0; seat < players; seat++)
        {
            if ((await Session.Join(new(Guid.NewGuid(), $"Player {seat}"))).Refusal is { } refusal)
                tally.Failed($"join refused: {refusal}");
            else
                tally.Joined();
        }
        var ear = grains.CreateObjectReference<ISessionObserver>(this);
        await Session.Subscribe(_sessionId, "load", ear, [.. Enumerable.Range(0, players)], hosts: 1);
    }

    /// <summary>From the start to the podium.</summary>
    public async Task PlayAsync()
    {
        if ((await Session.Command(_sessionId, HostCommand.For(Guid.NewGuid(), 0, new HostAction.Start()))).Refusal is { } refusal)
            tally.Failed($"start refused: {refusal}");
        foreach (var line in (await _podium.Task.WaitAsync(Longest)).GetProperty("podium").EnumerateArray())
            tally.Scored(line.GetProperty("score").GetInt32());
    }

    public Task Pushed(PushBatch batch)
    {
        foreach (var push in batch.Pushes)
            Follow(push);
        return Task.CompletedTask;
    }

    public Task Moved() => Task.CompletedTask;

    public Task Reacted(ReactionBatch batch) => Task.CompletedTask;

    private void Follow(SessionPush push)
    {
        if (push.Session is not { } body)
            return;
        using var view = JsonDocument.Parse(body.Utf8);
        var phase = view.RootElement.GetProperty("phase");
        switch (phase.GetProperty("kind").GetString())
        {
            case "asking":
                Ask(phase.GetProperty("round").GetInt32(), phase.GetProperty("opensAtMs").GetInt64() - push.NowMs);
                break;
            case "podium":
                _podium.TrySetResult(phase.Clone());
                break;
            default:
                break;
        }
    }

    private void Ask(int round, long opensInMs)
    {
        lock (_gate)
        {
            if (!_asked.Add(round))
                return;
            for (var seat = 0; seat < players; seat++)
                _ = AnswerAsync(seat, round, TimeSpan.FromMilliseconds(Math.Max(0, opensInMs) + random.Next(20, 1_000)));
        }
    }

    private async Task AnswerAsync(int seat, int round, TimeSpan after)
    {
        try
        {
            await Task.Delay(after);
            var sent = Stopwatch.GetTimestamp();
            // Stamped in the far future: the silo takes that for now.
            ImmutableArray<SubmitAnswer> answer = [new(Guid.NewGuid(), seat, round, QuizOfOne.RightChoice, StampMs: long.MaxValue, LinkDelayMs: 0)];
            var outcome = (await Session.Answer(_sessionId, answer))[0];
            tally.Answered(outcome.Refusal?.ToString(), Stopwatch.GetElapsedTime(sent));
        }
        catch (Exception failed) when (failed is TimeoutException or SiloUnavailableException)
        {
            tally.Failed(failed.Message);
        }
    }
}
