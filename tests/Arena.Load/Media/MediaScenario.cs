using Arena.Load.Crowds;

namespace Arena.Load.Media;

/// <summary>
/// Everyone loads a picture of each question: not at all, ahead while the question before is over, as the web client does, or when it is open, as
/// browsers do that come late. What do acknowledgements notice, and when does the last one have the picture?
/// </summary>
internal static class MediaScenario
{
    private const int Warming = 3;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    public static async Task<int> RunAsync(int players, int questions, double contrast, RunOptions run)
    {
        MachineLimits.Require(2 * players);
        var table = new Figures();
        var failed = 0;
        foreach (var loading in Enum.GetValues<PictureLoading>())
        {
            failed += await LoadProgress.ShowAsync(
                $"{loading}", Warming + questions, step => PlayAsync(table.Column($"{loading}"), loading, players, questions, contrast, run, step));
        }
        table.Print(run.Json);
        return failed == 0 ? 0 : 1;
    }

    private static async Task<int> PlayAsync(
        Figures table, PictureLoading loading, int players, int questions, double contrast, RunOptions run, Action<double> step)
    {
        await using var fixture = await ArenaFixture.StartAsync(run.Server);
        var picture = await LargePicture.UploadAsync(fixture.Author, contrast);
        using var downloads = new Downloads(fixture.Address, players, picture);
        await using var stage = await fixture.LaunchAsync(
            Warming + questions + 1,
            new { getReadyMs = 500, streakBonus = false, questionCount = Warming + questions + 1, maxPlayers = players },
            picture);
        using var crowd = new Crowd(fixture.Address, stage.Code, players, run.Seed) { ServerClock = stage.Clock };
        await crowd.JoinAllAsync(200);
        List<double> waits = [], last = [];
        for (var round = 0; round < Warming + questions; round++)
        {
            var ahead = loading == PictureLoading.Ahead ? await downloads.LoadAllAsync() : null;
            await stage.AskAsync(crowd, round);
            var beside = loading == PictureLoading.WithTheQuestion ? LoadAsync(crowd, round, downloads) : null;
            await stage.FinishAsync(crowd, round);
            if (round >= Warming)
            {
                waits.AddRange(crowd.Questions[round].Waits);
                if ((beside is null ? ahead : await beside) is { } loaded)
                    last.Add(loaded.Max);
            }
            await crowd.KeepAliveAsync(Rest);
            step(1);
        }
        var acknowledged = new Latencies(waits);
        table
            .Row("acknowledged, p50 / p99 / max ms", $"{acknowledged.At(50):F1} / {acknowledged.At(99):F1} / {acknowledged.Max:F1}")
            .Row("never acknowledged", $"{acknowledged.Infinite}");
        if (last.Count > 0)
        {
            table
                .Row("KB of the picture", $"{downloads.Bytes / 1_000.0:F0}")
                .Row("the last has it, median / worst ms", $"{new Latencies(last).At(50):F0} / {new Latencies(last).Max:F0}");
        }
        return acknowledged.Infinite;
    }

    /// <summary>While the question is open and answered.</summary>
    private static async Task<Latencies> LoadAsync(Crowd crowd, int round, Downloads downloads)
    {
        await crowd.SeenAsync("asking", round, 1);
        return await downloads.LoadAllAsync();
    }
}
