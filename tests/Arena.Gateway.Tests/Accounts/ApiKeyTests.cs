using System.Net.Http.Headers;
using System.Text.Json;
using Arena.Gateway.Tests.Play;
using Arena.Gateway.Tests.Quizzes;
using Arena.Storage.Model;
using Arena.TestKit.Clients;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Accounts;

/// <summary>Keys for scripts: what may be done with each scope is in docs/authority.md.</summary>
public sealed class ApiKeyTests : IAsyncLifetime
{
    private static readonly string[] All = ["quizzes:read", "quizzes:write", "games:host", "results:read"];

    private readonly PlayHost _arena = new(new() { ["Arena:Accounts:ApiKeyRequestsPerMinute"] = "10", ["Arena:Accounts:MaxApiKeys"] = "3" });
    private Browser _ann = null!;

    public async ValueTask InitializeAsync()
    {
        _ann = new(new HttpClient { BaseAddress = _arena.Address });
        await _ann.RegisterAsync("Ann");
    }

    public async ValueTask DisposeAsync()
    {
        _ann.Dispose();
        await _arena.DisposeAsync();
    }

    [Fact]
    public async Task A_key_is_shown_once_and_stored_only_as_a_hash()
    {
        var (key, id) = await MakeAsync("quizzes:read", "results:read");
        Assert.Matches("^arena_[0-9a-f]{48}$", key);
        var listed = Assert.Single((await _ann.GetAsync("/api/account/api-keys")).EnumerateArray());
        Assert.Equal(TimeSpan.FromDays(30), listed.GetProperty("expiresAt").GetDateTimeOffset() - listed.GetProperty("createdAt").GetDateTimeOffset());
        Assert.Equal((id, key[..12], "Script"), (listed.GetProperty("id").GetGuid(), listed.GetProperty("prefix").GetString(), listed.GetProperty("name").GetString()));
        Assert.Equal(["quizzes:read", "results:read"], listed.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()));
        Assert.False(listed.TryGetProperty("lastUsedAt", out _));
        Assert.DoesNotContain(key[12..], listed.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(key[12..], (await _ann.GetAsync("/api/account/export")).GetRawText(), StringComparison.Ordinal);
        await using var context = Context();
        Assert.DoesNotContain(key[12..], JsonSerializer.Serialize(await context.ApiKeys.SingleAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_last_use_is_remembered_to_the_minute()
    {
        var (key, _) = await MakeAsync(All);
        await StatusAsync(key, "/api/quizzes");
        var first = await LastUsedAsync();
        await _arena.AdvanceAsync(TimeSpan.FromSeconds(30));
        await StatusAsync(key, "/api/quizzes");
        Assert.Equal(first, await LastUsedAsync());
        await _arena.AdvanceAsync(TimeSpan.FromSeconds(31));
        await StatusAsync(key, "/api/quizzes");
        Assert.Equal(first + TimeSpan.FromSeconds(61), await LastUsedAsync());
    }

    [Theory]
    [InlineData("password")]
    [InlineData("others")]
    [Asvs("7.4.3")]
    public async Task Signing_out_other_browsers_revokes_the_API_keys(string how)
    {
        var (key, _) = await MakeAsync(All);
        Assert.Equal(200, await StatusAsync(key, "/api/quizzes"));
        if (how == "password")
            await _ann.SendAsync(HttpMethod.Put, "/api/account/password", new { password = Browser.Password, newPassword = "another horse battery" }, 204);
        else
            await _ann.SendAsync(HttpMethod.Delete, "/api/account/sessions", null, 204);
        Assert.Equal(401, await StatusAsync(key, "/api/quizzes"));
        Assert.Empty((await _ann.GetAsync("/api/account/api-keys")).EnumerateArray());
    }

    [Fact]
    public async Task A_revoked_key_is_refused_immediately_and_connections_that_host_with_it_are_closed()
    {
        var (key, id) = await MakeAsync(All);
        using var script = Script(key);
        var quiz = await script.SendAsync(HttpMethod.Post, "/api/quizzes/import?format=auto", Document, 201);
        var launched = await script.SendAsync(HttpMethod.Post, "/api/sessions", new { quizId = quiz.GetProperty("id").GetGuid() }, 201);
        var hostKey = launched.GetProperty("hostKey").GetString()!;
        await using var host = await _arena.ConnectAsync();
        _ = (await host.AttachAsync(hostKey)).Accepted;
        Assert.Null((await host.HostAsync("lock", 0)).Refusal);

        await _ann.SendAsync(HttpMethod.Delete, $"/api/account/api-keys/{id}", null, 204);

        Assert.Equal(401, await StatusAsync(key, "/api/quizzes"));
        await host.Closed.WaitAsync(TimeSpan.FromSeconds(30));
        await using var again = await _arena.ConnectAsync();
        Assert.Equal("invalidToken", (await again.AttachAsync(hostKey)).Refusal);
        Assert.Equal("unknownApiKey", (await _ann.SendAsync(HttpMethod.Delete, $"/api/account/api-keys/{id}", null, 404)).Code());
    }

    [Fact]
    public async Task A_key_expires_and_connections_that_host_with_it_are_closed()
    {
        var (key, _) = await MakeAsync(All);
        using var script = Script(key);
        var quiz = await script.SendAsync(HttpMethod.Post, "/api/quizzes/import?format=auto", Document, 201);
        var end = _arena.Time.GetUtcNow().AddSeconds(10);
        await using (var context = Context())
            await context.ApiKeys.ExecuteUpdateAsync(set => set.SetProperty(row => row.ExpiresAt, end));
        var launched = await script.SendAsync(HttpMethod.Post, "/api/sessions", new { quizId = quiz.GetProperty("id").GetGuid() }, 201);
        await using var host = await _arena.ConnectAsync();
        _ = (await host.AttachAsync(launched.GetProperty("hostKey").GetString()!)).Accepted;
        await _arena.AdvanceAsync(TimeSpan.FromSeconds(15));

        Assert.Equal(401, await StatusAsync(key, "/api/quizzes"));
        await host.Closed.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_key_goes_with_its_account()
    {
        var (key, _) = await MakeAsync(All);
        await _ann.SendAsync(HttpMethod.Post, "/api/account/deletion", new { password = Browser.Password }, 204);
        Assert.Equal(401, await StatusAsync(key, "/api/quizzes"));
    }

    [Fact]
    public async Task One_digit_beside_a_key_is_no_key()
    {
        var (key, _) = await MakeAsync(All);
        Assert.Equal(200, await StatusAsync(key, "/api/quizzes"));
        foreach (var at in (int[])[6, 20, 45, 53])
            Assert.Equal(401, await StatusAsync(key[..at] + (key[at] == '0' ? '1' : '0') + key[(at + 1)..], "/api/quizzes"));
        Assert.Equal(401, await StatusAsync(key[..^1], "/api/quizzes"));
        Assert.Equal(401, await StatusAsync(key + "0", "/api/quizzes"));
        Assert.Equal(401, await StatusAsync("arena_", "/api/quizzes"));
    }

    [Fact]
    public async Task A_key_that_asks_too_often_waits_and_another_does_not()
    {
        var ((busy, _), (other, _)) = (await MakeAsync(All), await MakeAsync(All));
        for (var request = 0; request < 10; request++)
            Assert.Equal(200, await StatusAsync(busy, "/api/quizzes"));
        using var script = Script(busy);
        using var refused = await script.SendAsync(HttpMethod.Get, "/api/quizzes", null);
        Assert.Equal(429, (int)refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("tooFast", JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement.Code());
        Assert.Equal(200, await StatusAsync(other, "/api/quizzes"));
    }

    [Fact]
    public async Task Registering_with_an_API_key_does_not_sign_in_to_its_account()
    {
        var (key, _) = await MakeAsync(All);
        using var script = Script(key);
        await script.RegisterAsync("Bob");
        Assert.Equal("Ann", (await _ann.GetAsync("/api/account")).GetProperty("name").GetString());
        Assert.Equal("Bob", (await script.GetAsync("/api/account")).GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("not her password", 403, "signInFailed")]
    [InlineData(null, 400, "invalidMessage")]
    [Asvs("7.5.1")]
    public async Task A_key_is_made_by_its_owner_alone(string? password, int status, string code)
    {
        var refused = await _ann.SendAsync(HttpMethod.Post, "/api/account/api-keys", new { name = "Script", scopes = All, days = 30, password }, status);
        Assert.Equal(code, refused.Code());
        Assert.Empty((await _ann.GetAsync("/api/account/api-keys")).EnumerateArray());
    }

    [Theory]
    [InlineData("""{"scopes":["quizzes:read"],"days":30}""", "invalidMessage")]
    [InlineData("""{"name":"x","days":30}""", "invalidMessage")]
    [InlineData("""{"name":"x","scopes":[],"days":30}""", "invalidMessage")]
    [InlineData("""{"name":"x","scopes":["everything"],"days":30}""", "invalidMessage")]
    [InlineData("""{"name":"x","scopes":[7],"days":30}""", "invalidMessage")]
    [InlineData("""{"name":"x","scopes":["quizzes:read"]}""", "invalidMessage")]
    [InlineData("""{"name":" ","scopes":["quizzes:read"],"days":30}""", "nameInvalid")]
    [InlineData("""{"name":"a\u0000b","scopes":["quizzes:read"],"days":30}""", "nameInvalid")]
    [InlineData("""{"name":"1234567890123456789012345678901234567890123456789012345678901","scopes":["quizzes:read"],"days":30}""", "nameInvalid")]
    [InlineData("""{"name":"x","scopes":["quizzes:read"],"days":0}""", "outOfRange")]
    [InlineData("""{"name":"x","scopes":["quizzes:read"],"days":367}""", "outOfRange")]
    public async Task A_key_that_cannot_be_is_refused(string body, string code)
    {
        var refused = await _ann.SendAsync(HttpMethod.Post, "/api/account/api-keys", JsonDocument.Parse(body).RootElement, 400);
        Assert.Equal(code, refused.Code());
        Assert.Empty((await _ann.GetAsync("/api/account/api-keys")).EnumerateArray());
    }

    [Fact]
    public async Task An_account_has_so_many_keys_and_those_that_ended_make_room()
    {
        var (_, first) = await MakeAsync(All);
        await MakeAsync(All);
        await MakeAsync(All);
        var refused = await _ann.SendAsync(HttpMethod.Post, "/api/account/api-keys", new { name = "One more", scopes = All, days = 30, password = Browser.Password }, 409);
        Assert.Equal("outOfRange", refused.Code());
        await _ann.SendAsync(HttpMethod.Delete, $"/api/account/api-keys/{first}", null, 204);
        await MakeAsync(All);
    }

    [Fact]
    [Asvs("16.3.2")]
    public async Task The_security_log_records_keys_and_their_refusals()
    {
        var (key, id) = await MakeAsync("quizzes:read");
        Assert.Equal(403, await StatusAsync(key, "/api/account"));
        await _ann.SendAsync(HttpMethod.Delete, $"/api/account/api-keys/{id}", null, 204);
        await using var context = Context();
        var user = (await context.Users.SingleAsync()).Id;
        Assert.Equal(
            [SecurityEvent.ApiKeyMade, SecurityEvent.AccessDenied, SecurityEvent.ApiKeyRevoked],
            (await context.SecurityEvents.Where(entry => entry.UserId == user).OrderBy(entry => entry.Id).Select(entry => entry.Event).ToListAsync())
                .Except([SecurityEvent.Registered]));
    }

    private static object Document { get; } = JsonDocument.Parse(
        """{"arena":1,"title":"Mine","questions":[{"type":"trueFalse","prompt":"?","options":[{"label":"a","correct":true},{"label":"b"}]}]}""").RootElement;

    private async Task<(string Key, Guid Id)> MakeAsync(params string[] scopes)
    {
        var made = await _ann.SendAsync(HttpMethod.Post, "/api/account/api-keys", new { name = " Script ", scopes, days = 30, password = Browser.Password }, 201);
        return (made.GetProperty("key").GetString()!, made.GetProperty("made").GetProperty("id").GetGuid());
    }

    private Browser Script(string key) => new(new HttpClient { BaseAddress = _arena.Address }) { AccessToken = key };

    private async Task<int> StatusAsync(string key, string path)
    {
        using var http = new HttpClient { BaseAddress = _arena.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var response = await http.SendAsync(request);
        return (int)response.StatusCode;
    }

    private async Task<DateTimeOffset> LastUsedAsync() =>
        Assert.Single((await _ann.GetAsync("/api/account/api-keys")).EnumerateArray()).GetProperty("lastUsedAt").GetDateTimeOffset();

    private ArenaDbContext Context() => _arena.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContext();
}
