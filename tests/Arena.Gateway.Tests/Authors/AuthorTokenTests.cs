using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Json;
using Arena.Gateway.Authority;
using Arena.Gateway.Tests.Accounts;
using Arena.Gateway.Tests.Quizzes;
using Arena.Storage.Model;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Tests.Authors;

/// <summary>An author without an account has nothing but tokens: they follow one another, a copied one is noticed, and they can be ended.</summary>
public sealed class AuthorTokenTests : IAsyncLifetime
{
    private AuthoringHost _host = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await AuthoringHost.StartAsync();
        _client = _host.Stranger();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task An_access_token_is_good_for_30_days_and_is_renewed_within_two_years()
    {
        var first = await MintAsync();
        Assert.Equal((long)TimeSpan.FromDays(30).TotalSeconds, first.GetProperty("expiresIn").GetInt64());
        Use(first);
        await ListAsync(200);
        _host.Clock.Ahead = TimeSpan.FromDays(31);
        await ListAsync(401);
        _host.Clock.Ahead = TimeSpan.FromDays(729);
        var second = await RefreshAsync(first, 200);
        Use(second);
        await ListAsync(200);
        _host.Clock.Ahead = TimeSpan.FromDays(729 + 729);
        var third = await RefreshAsync(second, 200);
        _host.Clock.Ahead = TimeSpan.FromDays(729 + 729 + 731);
        Assert.Equal("invalidToken", (await RefreshAsync(third, 401)).Code());
    }

    [Fact]
    public async Task A_refresh_whose_reply_was_lost_is_repeated_however_late()
    {
        var first = await MintAsync();
        var lost = await RefreshAsync(first, 200);
        _host.Clock.Ahead = TimeSpan.FromDays(100);
        var again = await RefreshAsync(first, 200);
        Use(again);
        await ListAsync(200);
        var next = await RefreshAsync(again, 200);
        Assert.NotEqual(Text(lost), Text(next));
        Use(next);
        await ListAsync(200);
    }

    [Fact]
    public async Task Two_tabs_that_refresh_at_once_both_stay_signed_in()
    {
        var first = await MintAsync();
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RefreshAsync(first, 200)));
        foreach (var reply in replies)
        {
            Use(reply);
            await ListAsync(200);
        }
        Use(await RefreshAsync(replies[0], 200));
        await ListAsync(200);
    }

    [Fact]
    [Asvs("14.3.3")]
    public async Task A_copied_token_used_after_its_successor_revokes_the_authors_tokens()
    {
        var stolen = await MintAsync();
        var second = await RefreshAsync(stolen, 200);
        var third = await RefreshAsync(second, 200);
        Use(third);
        await ListAsync(200);

        Assert.Equal("invalidToken", (await RefreshAsync(stolen, 401)).Code());

        await ListAsync(401);
        await RefreshAsync(third, 401);
        await using var context = Context();
        Assert.Equal(SecurityEvent.RefreshTokenReused, (await context.SecurityEvents.SingleAsync()).Event);
    }

    [Fact]
    [Asvs("14.3.3")]
    public async Task A_deleted_author_leaves_no_quiz_and_no_token()
    {
        var tokens = await MintAsync();
        Use(tokens);
        await _client.SendJsonAsync(
            HttpMethod.Post, "/api/quizzes",
            """{"arena":1,"title":"Mine","questions":[{"type":"trueFalse","prompt":"?","options":[{"label":"a","correct":true},{"label":"b"}]}]}""", 201);

        await _client.SendJsonAsync(HttpMethod.Post, "/api/authors/deletion", null, 204);

        await ListAsync(401);
        await RefreshAsync(tokens, 401);
        await using var context = Context();
        Assert.Equal((0, 0, 0), (await context.Users.CountAsync(), await context.Quizzes.CountAsync(), await context.AuthSessions.CountAsync()));
        Assert.Equal(SecurityEvent.Deleted, (await context.SecurityEvents.SingleAsync()).Event);
    }

    [Fact]
    public async Task An_account_is_not_deleted_as_an_author_is()
    {
        using var ann = new Browser(_host.Stranger());
        await ann.RegisterAsync("Ann");
        Assert.Equal("notAllowed", (await ann.SendAsync(HttpMethod.Post, "/api/authors/deletion", null, 403)).Code());
        await ann.GetAsync("/api/account");
    }

    [Fact]
    public async Task Creating_an_account_revokes_the_tokens_of_its_author()
    {
        var tokens = await MintAsync();
        using var ann = new Browser(_host.Stranger()) { AccessToken = tokens.GetProperty("accessToken").GetString() };
        await ann.RegisterAsync("Ann");
        Use(tokens);
        await ListAsync(401);
        await RefreshAsync(tokens, 401);
        Assert.Single((await ann.GetAsync("/api/account/sessions")).EnumerateArray());
    }

    [Fact]
    public async Task A_refresh_token_of_an_earlier_release_is_good_for_the_first_tokens_of_a_row_alone()
    {
        var id = Guid.NewGuid();
        await using (var context = Context())
        {
            context.Users.Add(new() { Id = id, Username = "author", CreatedAt = _host.Clock.GetUtcNow() });
            await context.SaveChangesAsync();
        }
        var protector = _host.Services.GetRequiredService<IOptionsMonitor<BearerTokenOptions>>().Get(Author.Scheme).RefreshTokenProtector;
        var old = protector.Protect(new(
            new(new ClaimsIdentity([new(Caller.IdClaim, id.ToString())], Author.Scheme)), new() { ExpiresUtc = _host.Clock.GetUtcNow().AddDays(700) },
            $"{Author.Scheme}:RefreshToken"));
        Use(await RefreshAsync(old, 200));
        await ListAsync(200);
        await RefreshAsync(old, 401);
        await ListAsync(200);
    }

    private Task<JsonElement> MintAsync() => _client.SendJsonAsync(HttpMethod.Post, "/api/authors", null, 200);

    private Task<JsonElement> ListAsync(int expected) => _client.SendJsonAsync(HttpMethod.Get, "/api/quizzes", null, expected);

    private Task<JsonElement> RefreshAsync(JsonElement tokens, int expected) => RefreshAsync(Text(tokens), expected);

    private Task<JsonElement> RefreshAsync(string refreshToken, int expected) =>
        _client.SendJsonAsync(HttpMethod.Post, "/api/authors/refresh", JsonSerializer.Serialize(new { refreshToken }), expected);

    private static string Text(JsonElement tokens) => tokens.GetProperty("refreshToken").GetString()!;

    private void Use(JsonElement tokens) =>
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.GetProperty("accessToken").GetString());

    private ArenaDbContext Context() => _host.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContext();
}
