using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using Arena.Game.Vocabulary;
using Arena.Gateway.Configuration;
using Arena.Gateway.Play;
using Arena.Gateway.Tests.Quizzes;
using Arena.TestKit.VirtualTime;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Tests.Play;

/// <summary>Connections are counted, in total and by network.</summary>
public sealed class ConnectionLimitTests
{
    [Fact]
    public void A_network_that_has_its_connections_leaves_those_of_others()
    {
        var limit = new ConnectionLimit(Options.Create(new GatewayOptions { MaxConnections = 3, MaxConnectionsPerAddress = 2 }), TimeProvider.System);
        Assert.Equal([null, null, GameErrorCode.TooManyConnections], Enumerable.Range(0, 3).Select(_ => limit.Enter("school")));
        Assert.Null(limit.Enter("home"));
        Assert.Equal(GameErrorCode.Overloaded, limit.Enter("office"));
        limit.Leave("home");
        Assert.Null(limit.Enter("office"));
        limit.Leave("school");
        Assert.Null(limit.Enter("school"));
    }

    [Fact]
    [Asvs("2.4.1")]
    public async Task A_network_opens_a_tenth_of_its_connections_at_once_and_the_rest_before_browsers_give_up()
    {
        var time = new ManualTimeProvider(DateTimeOffset.UnixEpoch);
        var limit = new ConnectionLimit(Options.Create(new GatewayOptions()), time);
        var openings = Enumerable.Range(0, 1_000).Select(_ => limit.WaitAsync("school", TestContext.Current.CancellationToken)).ToList();
        Assert.Equal(100, openings.Count(opening => opening.IsCompleted));
        Assert.True(limit.WaitAsync("home", TestContext.Current.CancellationToken).IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(openings[..400]);
        Assert.Equal(400, openings.Count(opening => opening.IsCompleted));
        time.Advance(TimeSpan.FromMilliseconds(ConnectionTimings.WebSocketStartMs - 2_000));
        Assert.All(await Task.WhenAll(openings), refusal => Assert.Null(refusal));
    }

    [Fact]
    public async Task A_network_that_opens_more_than_may_wait_is_refused_at_once_and_its_turns_stay_as_near()
    {
        var time = new ManualTimeProvider(DateTimeOffset.UnixEpoch);
        var limit = new ConnectionLimit(Options.Create(new GatewayOptions { MaxConnectionsPerAddress = 100 }), time);
        var openings = Enumerable.Range(0, 1_000).Select(_ => limit.WaitAsync("school", TestContext.Current.CancellationToken)).ToList();
        // 50 at once, and 100 that wait.
        var refused = openings.Where(opening => opening is { IsCompleted: true, Result: GameErrorCode.TooManyConnections }).ToList();
        Assert.Equal(850, refused.Count);
        time.Advance(TimeSpan.FromSeconds(4));
        await Task.WhenAll(openings);
        Assert.Equal(850, openings.Count(opening => opening.Result is not null));
    }

    [Fact]
    public async Task Openings_that_wait_count_in_the_total()
    {
        var time = new ManualTimeProvider(DateTimeOffset.UnixEpoch);
        var limit = new ConnectionLimit(Options.Create(new GatewayOptions { MaxConnections = 20, MaxConnectionsPerAddress = 100 }), time);
        var openings = Enumerable.Range(0, 50 + 20).Select(_ => limit.WaitAsync("school", TestContext.Current.CancellationToken)).ToList();
        Assert.Equal(GameErrorCode.Overloaded, await limit.WaitAsync("school", TestContext.Current.CancellationToken));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.All(await Task.WhenAll(openings), refusal => Assert.Null(refusal));
    }

    [Fact]
    public async Task An_opening_whose_caller_left_gives_its_place_back()
    {
        var time = new ManualTimeProvider(DateTimeOffset.UnixEpoch);
        var limit = new ConnectionLimit(Options.Create(new GatewayOptions { MaxConnections = 1, MaxConnectionsPerAddress = 100 }), time);
        var openings = Enumerable.Range(0, 50).Select(_ => limit.WaitAsync("school", TestContext.Current.CancellationToken)).ToList();
        Assert.All(await Task.WhenAll(openings), refusal => Assert.Null(refusal));
        using var gone = new CancellationTokenSource();
        var waiting = limit.WaitAsync("school", gone.Token);
        Assert.Equal(GameErrorCode.Overloaded, await limit.WaitAsync("school", TestContext.Current.CancellationToken));
        await gone.CancelAsync();
        Assert.Null(await waiting);
        Assert.False(limit.WaitAsync("school", TestContext.Current.CancellationToken).IsCompleted);
    }

    [Fact]
    public async Task A_connection_over_the_limit_is_refused_with_a_status_and_a_code_until_another_closes()
    {
        await using var arena = new PlayHost(new() { ["Arena:Gateway:MaxConnectionsPerAddress"] = "2" });
        using var http = new HttpClient { BaseAddress = arena.Address };
        await using var first = await arena.ConnectAsync();
        var second = await arena.ConnectAsync();
        Assert.Null((await second.CallAsync("Clock")).Refusal);
        var refused = await Assert.ThrowsAsync<WebSocketException>(arena.ConnectAsync);
        Assert.Contains("429", refused.Message, StringComparison.Ordinal);
        using (var negotiated = await NegotiateAsync(http))
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, negotiated.StatusCode);
            Assert.Equal(TimeSpan.FromMinutes(1), negotiated.Headers.RetryAfter!.Delta);
            Assert.Equal("tooManyConnections", (await negotiated.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).Code());
        }
        Assert.Null((await first.CallAsync("Clock")).Refusal);

        await second.DisposeAsync();
        while (true)
        {
            using var negotiated = await NegotiateAsync(http);
            if (negotiated.StatusCode == HttpStatusCode.OK)
                break;
        }
        await using var third = await arena.ConnectAsync();
        Assert.Null((await third.CallAsync("Clock")).Refusal);
    }

    [Fact]
    public async Task The_connection_rate_of_a_network_is_limited_and_the_refusal_gives_the_wait()
    {
        await using var arena = new PlayHost(new() { ["Arena:Gateway:MaxConnectionsPerAddress"] = "5" });
        using var http = new HttpClient { BaseAddress = arena.Address };
        await using var client = await arena.ConnectAsync();
        for (var asked = 0; asked < 10; asked++)
        {
            using var negotiated = await NegotiateAsync(http);
            Assert.Equal(HttpStatusCode.OK, negotiated.StatusCode);
        }
        HttpResponseMessage refused;
        // A tenth of a minute's allowance comes back in six seconds.
        while ((refused = await NegotiateAsync(http)).StatusCode == HttpStatusCode.OK)
            refused.Dispose();
        using (refused)
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
            Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(6));
            Assert.Equal("tooFast", (await refused.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).Code());
        }
        Assert.Null((await client.CallAsync("Clock")).Refusal);
    }

    [Fact]
    public async Task The_server_also_closes_connections_that_never_send_a_request()
    {
        await using var arena = new PlayHost(new() { ["Arena:Gateway:MaxConnections"] = "100" });
        _ = arena.Address;
        var limits = arena.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;
        Assert.Equal((5_100, 100), (limits.MaxConcurrentConnections, limits.MaxConcurrentUpgradedConnections));
    }

    private static Task<HttpResponseMessage> NegotiateAsync(HttpClient http) =>
        http.PostAsync(new Uri("/hubs/game/negotiate?negotiateVersion=1", UriKind.Relative), null, TestContext.Current.CancellationToken);
}
