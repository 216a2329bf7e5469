using Arena.Gateway.Tests.Accounts;
using Arena.Gateway.Tests.Play;
using Arena.Gateway.Tests.Quizzes;
using Arena.Storage.Model;
using Arena.TestKit.Clients;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Sessions;

/// <summary>A host names accounts that host beside them, each with what proves itself.</summary>
public sealed class CoHostTests : IAsyncLifetime
{
    private readonly PlayHost _arena = new();
    private Browser _ann = null!;
    private Browser _bob = null!;
    private Guid _quiz;

    public async ValueTask InitializeAsync()
    {
        var api = await _arena.ApiAsync();
        _quiz = await api.CreateQuizAsync(1);
        _ann = new(new HttpClient { BaseAddress = _arena.Address }) { AccessToken = api.Http.DefaultRequestHeaders.Authorization!.Parameter };
        await _ann.RegisterAsync("Ann");
        _bob = new(new HttpClient { BaseAddress = _arena.Address });
        await _bob.RegisterAsync("Bob");
    }

    public async ValueTask DisposeAsync()
    {
        _ann.Dispose();
        _bob.Dispose();
        await _arena.DisposeAsync();
    }

    [Fact]
    public async Task A_co_host_named_at_launch_hosts_on_a_separate_connection_until_removed()
    {
        var code = (await LaunchAsync("bob", "BOB")).GetProperty("code").GetString()!;
        var listed = Assert.Single((await _bob.GetAsync("/api/sessions")).EnumerateArray());
        Assert.Equal((code, false), (listed.GetProperty("code").GetString(), listed.GetProperty("isOwn").GetBoolean()));
        await using var coHost = await AttachedAsync(code);
        Assert.Null((await coHost.HostAsync("lock", 0)).Refusal);

        await _ann.SendAsync(HttpMethod.Delete, $"/api/sessions/{code}/co-hosts/bob", null, 204);
        await coHost.Closed.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Empty((await _bob.GetAsync("/api/sessions")).EnumerateArray());
    }

    [Fact]
    public async Task Commands_of_a_co_host_removed_on_another_gateway_are_refused()
    {
        var code = (await LaunchAsync("bob")).GetProperty("code").GetString()!;
        await using var coHost = await AttachedAsync(code);
        await using (var context = Context())
            await context.SessionCoHosts.ExecuteDeleteAsync();

        Assert.Equal("notHost", (await coHost.HostAsync("lock", 0)).Refusal);
        Assert.Equal("notHost", (await coHost.CallAsync("OfferSeat", new { seat = 0 })).Refusal);
    }

    [Theory]
    [InlineData("Nobody.Has.This")]
    [InlineData("")]
    [InlineData("Ann")]
    public async Task A_launch_with_a_co_host_who_cannot_be_one_opens_nothing(string name)
    {
        Assert.Equal("unknownUser", (await LaunchAsync(404, "Bob", name)).Code());
        await using var context = Context();
        Assert.Empty(await context.GameSessions.ToListAsync());
    }

    [Fact]
    public async Task A_session_has_so_many_co_hosts() =>
        Assert.Equal("outOfRange", (await LaunchAsync(400, [.. Enumerable.Repeat("Bob", 21)])).Code());

    [Fact]
    public async Task Only_accounts_name_co_hosts()
    {
        var api = await _arena.ApiAsync();
        using var author = new Browser(new HttpClient { BaseAddress = _arena.Address }) { AccessToken = api.Http.DefaultRequestHeaders.Authorization!.Parameter };
        var refused = await author.SendAsync(HttpMethod.Post, "/api/sessions", new { quizId = await api.CreateQuizAsync(1), coHosts = (string[])["Bob"] }, 403);
        Assert.Equal("notAllowed", refused.Code());
    }

    [Fact]
    public async Task An_API_key_cannot_name_co_hosts()
    {
        var made = await _ann.SendAsync(HttpMethod.Post, "/api/account/api-keys", new { name = "x", scopes = (string[])["games:host"], days = 1, password = Browser.Password }, 201);
        using var script = new Browser(new HttpClient { BaseAddress = _arena.Address }) { AccessToken = made.GetProperty("key").GetString() };
        Assert.Equal("notAllowed", (await script.SendAsync(HttpMethod.Post, "/api/sessions", new { quizId = _quiz, coHosts = (string[])["Bob"] }, 403)).Code());
        await script.SendAsync(HttpMethod.Post, "/api/sessions", new { quizId = _quiz }, 201);
    }

    /// <summary>Bob's connection.</summary>
    private async Task<HubClient> AttachedAsync(string code)
    {
        var hostKey = (await _bob.SendAsync(HttpMethod.Post, $"/api/sessions/{code}/host-key", null, 200)).GetProperty("hostKey").GetString()!;
        var coHost = await _arena.ConnectAsync();
        _ = (await coHost.AttachAsync(hostKey)).Accepted;
        return coHost;
    }

    private Task<System.Text.Json.JsonElement> LaunchAsync(params string[] coHosts) => LaunchAsync(201, coHosts);

    private Task<System.Text.Json.JsonElement> LaunchAsync(int expected, params string[] coHosts) =>
        _ann.SendAsync(HttpMethod.Post, "/api/sessions", new { quizId = _quiz, coHosts }, expected);

    private ArenaDbContext Context() => _arena.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContext();
}
