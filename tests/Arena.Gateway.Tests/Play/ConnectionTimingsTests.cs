using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Arena.Gateway.Configuration;
using Arena.Gateway.Play;
using Arena.GrainInterfaces;
using Arena.TestKit.Processes;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Tests.Play;

public sealed class ConnectionTimingsTests
{
    /// <summary>SignalR looks once a second whether a keep-alive is due.</summary>
    private const int TickMs = 1_000;

    [Fact]
    public void Each_end_pings_twice_before_the_other_gives_up_and_before_a_proxy_cuts()
    {
        const int gatewayMs = ConnectionTimings.GatewayKeepAliveMs + TickMs;
        Assert.InRange(2 * gatewayMs, 1, Math.Min(ConnectionTimings.ClientTimeoutMs, ConnectionTimings.ProxyIdleMs));
        Assert.InRange(2 * ConnectionTimings.ClientKeepAliveMs, 1, Math.Min(ConnectionTimings.GatewayTimeoutMs, ConnectionTimings.ProxyIdleMs));
    }

    [Fact]
    public void A_poll_is_answered_before_a_proxy_cuts_it_and_a_blocked_WebSocket_is_given_up_before_the_start_is()
    {
        Assert.InRange(ConnectionTimings.PollMs, 1, ConnectionTimings.ProxyIdleMs - TickMs);
        Assert.InRange(ConnectionTimings.WebSocketStartMs, 1, ConnectionTimings.RequestTimeoutMs - TickMs);
    }

    [Fact]
    public void A_page_whose_timers_are_slowed_down_answers_each_ping_of_the_gateway_with_its_own()
    {
        const int gatewayMs = ConnectionTimings.GatewayKeepAliveMs + TickMs;
        Assert.InRange(ConnectionTimings.ClientKeepAliveMs, 1, ConnectionTimings.GatewayKeepAliveMs - 1);
        Assert.InRange(2 * gatewayMs, 1, Math.Min(ConnectionTimings.GatewayTimeoutMs, ConnectionTimings.ProxyIdleMs));
    }

    [Fact]
    public void A_call_that_the_gateway_retries_is_answered_before_the_client_repeats_it() =>
        Assert.InRange(ConnectionTimings.GrainRetryMs, 1, ConnectionTimings.RequestTimeoutMs - TickMs);

    [Fact]
    public void A_slow_call_is_reported_before_its_caller_opens_another_connection()
    {
        Assert.InRange(2 * ConnectionTimings.SlowCallMs, 1, ConnectionTimings.ClientSilenceMs);
        Assert.InRange(2 * ConnectionTimings.ClientSilenceMs, 1, ConnectionTimings.RequestTimeoutMs);
    }

    [Fact]
    public async Task The_hub_keeps_to_them()
    {
        await using var arena = new PlayHost();
        _ = arena.Address;
        var hub = arena.Services.GetRequiredService<IOptions<HubOptions>>().Value;
        Assert.Equal(ConnectionTimings.GatewayKeepAliveMs, hub.KeepAliveInterval?.TotalMilliseconds);
        Assert.Equal(ConnectionTimings.GatewayTimeoutMs, hub.ClientTimeoutInterval?.TotalMilliseconds);
    }

    [Fact]
    public void A_subscription_outlives_two_renewals_that_fail_however_gateways_are_configured()
    {
        var range = typeof(GatewayOptions).GetProperty(nameof(GatewayOptions.RenewalMs))!.GetCustomAttribute<RangeAttribute>()!;
        Assert.InRange(3 * (int)range.Maximum, 1, SubscriptionTimings.ShortestLifetimeMs);
        Assert.InRange(new Grains.Configuration.GameOptions().SubscriptionMs, SubscriptionTimings.ShortestLifetimeMs, int.MaxValue);
    }

    [Fact]
    public async Task A_silo_whose_subscriptions_would_end_between_two_renewals_does_not_start()
    {
        var folder = Directory.CreateTempSubdirectory("arena-timings-").FullName;
        try
        {
            var (exit, log) = await ArenaProcess.RefuseAsync(folder, new Dictionary<string, string> { ["Arena:Game:SubscriptionMs"] = "20000" });
            Assert.NotEqual(0, exit);
            Assert.Contains("Arena:Game:SubscriptionMs is shorter than three renewals of a gateway. Give 90000 or more.", log, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_gateway_is_given_more_time_to_stop_than_its_drain_takes()
    {
        using var services = new ServiceCollection().AddPlay().Configure<GatewayOptions>(gateway => gateway.DrainMs = 300_000).BuildServiceProvider();
        Assert.True(services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout > TimeSpan.FromMilliseconds(300_000));
    }
}
