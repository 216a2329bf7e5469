using Arena.Gateway.Tests.Play;
using Arena.Storage.Model;
using Arena.TestKit.Clients;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Accounts;

/// <summary>An account stops hosting when its sign-in ends, on any gateway. Games continue.</summary>
public sealed class SignedInHostTests : IAsyncLifetime
{
    private readonly PlayHost _arena = new();

    public ValueTask InitializeAsync() => default;

    public ValueTask DisposeAsync() => _arena.DisposeAsync();

    [Fact]
    [Asvs("4.4.4", "7.4.1", "7.4.2")]
    public async Task Signing_out_closes_the_hosts_connection_and_ends_the_host_key()
    {
        var (ann, hostKey) = await LaunchedAsync();
        await using var host = await AttachedAsync(hostKey);
        await ann.SendAsync(HttpMethod.Delete, "/api/account/sessions/current", null, 204);

        await AssertSignedOutAsync(host);
        await using var again = await _arena.ConnectAsync();
        Assert.Equal("invalidToken", (await again.AttachAsync(hostKey)).Refusal);
        ann.Dispose();
    }

    [Fact]
    [Asvs("7.4.1")]
    public async Task A_sign_in_that_was_ended_on_another_gateway_is_noticed_within_seconds()
    {
        var (ann, hostKey) = await LaunchedAsync();
        await using var host = await AttachedAsync(hostKey);
        await using (var context = Context())
            await context.AuthSessions.ExecuteDeleteAsync();
        await _arena.AdvanceAsync(TimeSpan.FromSeconds(5));

        await AssertSignedOutAsync(host);
        ann.Dispose();
    }

    [Fact]
    public async Task A_stolen_refresh_token_ends_the_thiefs_connection_with_the_family()
    {
        var (ann, hostKey) = await LaunchedAsync();
        await using var host = await AttachedAsync(hostKey);
        using var thief = new Browser(new HttpClient { BaseAddress = _arena.Address });
        thief.Steal("__Secure-arena-sign-in", ann.Cookie("__Secure-arena-sign-in")!);
        await ann.RefreshAsync();
        await _arena.AdvanceAsync(TimeSpan.FromSeconds(11));
        await thief.RefreshAsync(401);

        await AssertSignedOutAsync(host);
        ann.Dispose();
    }

    [Fact]
    public async Task A_refreshed_browser_keeps_its_connection()
    {
        var (ann, hostKey) = await LaunchedAsync();
        await using var host = await AttachedAsync(hostKey);
        await ann.RefreshAsync();
        await _arena.AdvanceAsync(TimeSpan.FromSeconds(20));

        Assert.Null((await host.CallAsync("Clock")).Refusal);
        ann.Dispose();
    }

    private async Task<(Browser Ann, string HostKey)> LaunchedAsync()
    {
        var api = await _arena.ApiAsync();
        var quiz = await api.CreateQuizAsync(1);
        var ann = new Browser(new HttpClient { BaseAddress = _arena.Address }) { AccessToken = api.Http.DefaultRequestHeaders.Authorization!.Parameter };
        await ann.RegisterAsync("Ann");
        var launched = await ann.SendAsync(HttpMethod.Post, "/api/sessions", new { quizId = quiz }, 201);
        return (ann, launched.GetProperty("hostKey").GetString()!);
    }

    private async Task<HubClient> AttachedAsync(string hostKey)
    {
        var host = await _arena.ConnectAsync();
        _ = (await host.AttachAsync(hostKey)).Accepted;
        return host;
    }

    private static async Task AssertSignedOutAsync(HubClient host)
    {
        var closed = await host.FrameAsync(frame => frame.Target == "Closed", "closed as signed out");
        Assert.Equal(("signedOut", false), (closed.Body.GetProperty("reason").GetString(), closed.Body.GetProperty("reconnect").GetBoolean()));
        await host.Closed.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private ArenaDbContext Context() => _arena.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContext();
}
