namespace Arena.Load.Crowds;

/// <summary>A game that advances automatically while the server handles another load.</summary>
internal sealed class OtherGame : IAsyncDisposable
{
    private const int Questions = 100;
    private readonly ArenaStage _stage;
    private readonly Crowd _crowd;

    private OtherGame(ArenaStage stage, Crowd crowd) => (_stage, _crowd) = (stage, crowd);

    public static async Task<OtherGame> StartAsync(ArenaFixture fixture, int players, int seed)
    {
        var stage = await fixture.OpenRunningAsync(Questions, players);
        var crowd = new Crowd(fixture.Address, stage.Code, players, seed) { ServerClock = stage.Clock, LatestMs = 500 };
        await crowd.JoinAllAsync(players);
        await stage.AskAsync(crowd, 0);
        return new(stage, crowd);
    }

    /// <summary>The acknowledgements of a question that is over once this completes.</summary>
    public async Task<Latencies> QuestionAsync()
    {
        var round = _crowd.Questions.Count + 1;
        await _crowd.SeenAsync("reveal", round, _crowd.Players);
        return new(_crowd.Questions[round].Waits);
    }

    /// <summary>The acknowledgements of questions that opened since then and are over.</summary>
    public Latencies Since(long timestamp) =>
        new(_crowd.Questions.Where(question => question.Opens > timestamp).SkipLast(1).SelectMany(question => question.Waits));

    public async ValueTask DisposeAsync()
    {
        _crowd.Dispose();
        await _stage.DisposeAsync();
    }
}
