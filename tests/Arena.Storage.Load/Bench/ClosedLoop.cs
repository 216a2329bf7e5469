using System.Diagnostics;
using Arena.Grains.Ports;

namespace Arena.Storage.Load.Bench;

/// <summary>
/// Whole questions, as fast as they go: in every session each player answers, each answer a call of its own, and when all are acknowledged
/// the question is closed and the next one opened. The closing is part of the time, as it is part of the work.
/// </summary>
/// <param name="AnswersPerSecond">Acknowledged, and so durable.</param>
/// <param name="Wait">For an acknowledgement.</param>
internal sealed record ClosedLoop(double AnswersPerSecond, Latencies Wait)
{
    public static async Task<ClosedLoop> RunAsync(ISessionJournal journal, int sessions, int playersEach, int questions)
    {
        var games = await BenchSessions.LaunchAsync(journal, sessions, playersEach, questions);
        var started = Stopwatch.GetTimestamp();
        var waits = await Task.WhenAll(games.Select(game => PlayAsync(game, questions)));
        var elapsed = Stopwatch.GetElapsedTime(started);
        await Task.WhenAll(games.Select(game => game.EndAsync()));
        return new(sessions * playersEach * questions / elapsed.TotalSeconds, Latencies.Of(waits.SelectMany(each => each)));
    }

    private static async Task<List<long>> PlayAsync(BenchGame game, int questions)
    {
        var waits = new List<long>(game.Players * questions);
        for (var question = 0; question < questions; question++)
        {
            if (question > 0)
                await game.NextAsync();
            waits.AddRange(await Task.WhenAll(Enumerable.Range(0, game.Players).Select(seat => game.AnswerAsync(seat, Stopwatch.GetTimestamp()))));
        }
        return waits;
    }
}
