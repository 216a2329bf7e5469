using Arena.Grains.Ports;

namespace Arena.Storage.Load.Bench;

/// <summary>Many sessions.</summary>
internal static class BenchSessions
{
    /// <summary>Launches them some at a time: it is not the launch that is measured.</summary>
    public static async Task<List<BenchGame>> LaunchAsync(ISessionJournal journal, int sessions, int playersEach, int questions)
    {
        var games = new List<BenchGame>(sessions);
        foreach (var some in Enumerable.Range(0, sessions).Chunk(20))
            games.AddRange(await Task.WhenAll(some.Select(_ => BenchGame.LaunchAsync(journal, playersEach, questions))));
        return games;
    }
}
