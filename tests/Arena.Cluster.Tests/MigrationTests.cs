using Arena.Cluster.Tests.Support;
using Arena.Game.Vocabulary;
using Arena.GrainInterfaces;
using Arena.Grains.Placement;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Cluster.Tests;

/// <summary>Sessions whose silo stops, or another one's.</summary>
public sealed class MigrationTests
{
    private const string Code = "ABC123";

    [Fact]
    public async Task A_session_between_questions_migrates_with_its_subscription_and_presence_and_without_a_pause()
    {
        await using var games = await GamesCluster.StartAsync(silos: 2, handOverMs: 20_000);
        var (session, observer, epoch) = await JoinedAsync(games, ask: false);
        await games.Cluster.StopAsync(games.HomeOf(Code));

        await observer.UntilAsync(push => push.Position.Epoch > epoch && push.Session is not null);
        await StillCountsAsync(games, session);
    }

    [Fact]
    public async Task A_session_in_the_middle_of_a_question_migrates_when_its_silo_shuts_down_and_takes_answers()
    {
        await using var games = await GamesCluster.StartAsync(silos: 2);
        var (session, observer, epoch) = await JoinedAsync(games, ask: true);
        await games.Cluster.StopAsync(games.HomeOf(Code));

        await observer.UntilAsync(push => push.Position.Epoch > epoch && push.Session is not null);
        Assert.Null(await AnswerWhenOpenAsync(games, session));
        await StillCountsAsync(games, session);
    }

    [Fact]
    public async Task A_silo_that_drains_finishes_its_question_and_gets_no_session_while_another_silo_is_active()
    {
        await using var games = await GamesCluster.StartAsync(silos: 2, handOverMs: 60_000);
        var (session, _, _) = await JoinedAsync(games, ask: true);
        var draining = games.HomeOf(Code);
        SiloAddress[] silos = [.. games.Cluster.Silos.Select(AddressOf)];
        var late = Enumerable.Range(0, 1_000).Select(number => $"LATE{number:D3}")
            .First(code => GamePlacementDirector.Choose(code, silos).Equals(AddressOf(draining)));
        var stopping = games.Cluster.StopAsync(draining);
        while (!games.Cluster.Silos.All(silo => silo.GetRequiredService<DrainingSilos>().Has(AddressOf(draining))))
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        await games.LaunchAsync(late);
        Assert.NotSame(draining, games.HomeOf(late));
        Assert.Same(draining, games.HomeOf(Code));
        Assert.Null(await AnswerWhenOpenAsync(games, session));
        Assert.Null(await AnswerWhenOpenAsync(games, session, seat: 1));
        await stopping;
        await StillCountsAsync(games, session);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Sessions_of_other_silos_are_not_touched_when_one_stops_or_dies(bool dies)
    {
        const int Games = 40;
        await using var games = await GamesCluster.StartAsync(silos: 3);
        var sessions = new Dictionary<string, (Guid Id, long Epoch)>();
        for (var game = 0; game < Games; game++)
        {
            var code = $"CODE{game:D2}";
            var id = await games.LaunchAsync(code);
            sessions[code] = (id, await EpochAsync(games, code, id));
        }
        var victim = games.HomeOf("CODE00");
        var elsewhere = sessions.Where(game => games.HomeOf(game.Key) != victim).ToList();
        Assert.NotEmpty(elsewhere);
        if (dies)
            await games.Cluster.KillAsync(victim);
        else
            await games.Cluster.StopAsync(victim);

        foreach (var (code, (id, epoch)) in elsewhere)
            Assert.Equal(epoch, await EpochAsync(games, code, id));
    }

    private static async Task<(Guid Session, RecordingObserver Observer, long Epoch)> JoinedAsync(GamesCluster games, bool ask)
    {
        var id = await games.LaunchAsync(Code);
        var observer = new RecordingObserver();
        for (var seat = 0; seat < 2; seat++)
        {
            var join = new JoinSession(Guid.NewGuid(), $"Player {seat}");
            Assert.True((await GamesCluster.CallAsync(() => games.Session(Code).Join(join))).Accepted);
        }
        var reference = games.Cluster.Grains.CreateObjectReference<ISessionObserver>(observer);
        var subscribed = await GamesCluster.CallAsync(() => games.Session(Code).Subscribe(id, "gateway", reference, [0, 1], hosts: 1));
        Assert.True(subscribed.Accepted);
        if (ask)
        {
            var start = HostCommand.For(Guid.NewGuid(), 0, new HostAction.Start());
            Assert.True((await GamesCluster.CallAsync(() => games.Session(Code).Command(id, start))).Accepted);
            await observer.UntilAsync(push => push.Session is { } view && System.Text.Encoding.UTF8.GetString(view.Utf8.Span).Contains("\"asking\"", StringComparison.Ordinal));
        }
        return (id, observer, subscribed.Value.Position.Epoch);
    }

    private static SiloAddress AddressOf(IServiceProvider silo) => silo.GetRequiredService<ILocalSiloDetails>().SiloAddress;

    private static async Task<GameErrorCode?> AnswerWhenOpenAsync(GamesCluster games, Guid session, int seat = 0)
    {
        while (true)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            var answer = new SubmitAnswer(Guid.NewGuid(), seat, Round: 0, Choice: 0, long.MaxValue, LinkDelayMs: 0);
            var refusal = (await GamesCluster.CallAsync(() => games.Session(Code).Answer(session, [answer])))[0].Refusal;
            if (refusal != GameErrorCode.TooEarly)
                return refusal;
        }
    }

    /// <summary>The clock has not stopped, and both players still count as connected although their gateway has not subscribed again.</summary>
    private static async Task StillCountsAsync(GamesCluster games, Guid session)
    {
        Assert.Equal(0, games.Journal.Count(Code, "gamePaused.1"));
        var host = (await GamesCluster.CallAsync(() => games.Session(Code).HostSnapshot(session))).Value!;
        using var view = System.Text.Json.JsonDocument.Parse(host.Host.Utf8);
        Assert.Equal(2, view.RootElement.GetProperty("connected").GetInt32());
    }

    private static async Task<long> EpochAsync(GamesCluster games, string code, Guid id) =>
        (await GamesCluster.CallAsync(() => games.Session(code).HostSnapshot(id))).Value!.Position.Epoch;
}
