using Arena.Gateway.Tests.Quizzes;
using Arena.Storage.Model;
using Arena.TestKit.Clients;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Accounts;

/// <summary>A forgotten password, and the link that an operator gives. How it is made: <c>Storage.Tests/OperatorTests</c>.</summary>
public sealed class ResetTests : IAsyncLifetime
{
    private const string Route = "/api/account/password/reset";
    private const string Next = "another good one";

    private AuthoringHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await AuthoringHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_link_sets_a_new_password_and_ends_all_that_was_signed_in()
    {
        using var ann = New();
        await ann.RegisterAsync("Ann");
        var link = await LinkAsync();
        using var forgetful = New();
        Assert.Equal("passwordTooWeak", (await ResetAsync(forgetful, link, "short", 400)).Code());
        await ResetAsync(forgetful, link, Next, 204);

        await ann.GetAsync("/api/account", 401);
        await ann.RefreshAsync(401);
        await forgetful.SignInAsync("Ann", expected: 401);
        await forgetful.SignInAsync("Ann", Next);
        await using var context = Context();
        var user = await context.Users.SingleAsync();
        Assert.Equal((null, null), (user.ResetTokenHash, user.ResetExpiresAt));
        Assert.Contains(SecurityEvent.PasswordReset, await context.SecurityEvents.Select(row => row.Event).ToListAsync());
    }

    [Fact]
    [Asvs("6.4.1")]
    public async Task A_link_works_once_within_an_hour_and_until_another_is_issued()
    {
        using var ann = New();
        await ann.RegisterAsync("Ann");
        var replaced = await LinkAsync();
        var link = await LinkAsync();
        Assert.Equal("linkInvalid", (await ResetAsync(ann, replaced, Next, 401)).Code());
        await ResetAsync(ann, link, Next, 204);
        Assert.Equal("linkInvalid", (await ResetAsync(ann, link, "yet another good one", 401)).Code());

        var late = await LinkAsync();
        _host.Clock.Ahead = TimeSpan.FromMinutes(61);
        Assert.Equal("linkInvalid", (await ResetAsync(ann, late, Next, 401)).Code());
        await using var context = Context();
        Assert.Equal(3, await context.SecurityEvents.CountAsync(row => row.Event == SecurityEvent.ResetFailed));
    }

    [Fact]
    public async Task Of_two_concurrent_uses_of_a_link_one_is_refused()
    {
        using var ann = New();
        await ann.RegisterAsync("Ann");
        var link = await LinkAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(index => ann.SendAsync(HttpMethod.Post, Route, new { token = link, newPassword = $"{Next} {index}" })));
        Assert.Single(answers, answer => (int)answer.StatusCode == 204);
        Assert.All(answers.Where(answer => (int)answer.StatusCode != 204), answer => Assert.Contains((int)answer.StatusCode, (int[])[401, 409]));
    }

    [Fact]
    public async Task A_new_password_by_any_other_way_ends_the_link()
    {
        using var ann = New();
        await ann.RegisterAsync("Ann");
        var link = await LinkAsync();
        await ann.SendAsync(HttpMethod.Put, "/api/account/password", new { password = Browser.Password, newPassword = Next }, 204);
        Assert.Equal("linkInvalid", (await ResetAsync(ann, link, "yet another good one", 401)).Code());
    }

    [Theory]
    [InlineData("")]
    [InlineData("garbage")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task An_invalid_reset_link_changes_nothing(string token)
    {
        using var browser = New();
        await browser.RegisterAsync("Ann");
        Assert.Equal("linkInvalid", (await ResetAsync(browser, token, Next, 401)).Code());
        await browser.SignInAsync("Ann");
    }

    [Fact]
    [Asvs("7.4.3")]
    public async Task A_password_reset_revokes_the_API_keys()
    {
        using var ann = New();
        await ann.RegisterAsync("Ann");
        var made = await ann.SendAsync(
            HttpMethod.Post, "/api/account/api-keys", new { name = "x", scopes = (string[])["quizzes:read"], days = 366, password = Browser.Password }, 201);
        using var script = New();
        script.AccessToken = made.GetProperty("key").GetString();
        await script.GetAsync("/api/quizzes");
        await ResetAsync(ann, await LinkAsync(), Next, 204);
        await script.GetAsync("/api/quizzes", 401);
    }

    [Fact]
    [Asvs("6.4.3")]
    public async Task A_second_factor_stays()
    {
        using var ann = New();
        await ann.RegisterAsync("Ann");
        var key = (await ann.SendAsync(HttpMethod.Post, "/api/account/second-factor/setup", new { password = Browser.Password }, 200)).GetProperty("key").GetString()!;
        await ann.SendAsync(HttpMethod.Post, "/api/account/second-factor", new { code = AppCode.Of(key) }, 200);
        await ResetAsync(ann, await LinkAsync(), Next, 204);
        Assert.Equal("secondFactorRequired", (await ann.SignInAsync("Ann", Next, 401)).Code());
    }

    private Browser New() => new(_host.Stranger());

    private static Task<System.Text.Json.JsonElement> ResetAsync(Browser browser, string token, string newPassword, int expected) =>
        browser.SendAsync(HttpMethod.Post, Route, new { token, newPassword }, expected);

    /// <summary>As the operator's program makes it.</summary>
    private async Task<string> LinkAsync()
    {
        await using var context = Context();
        var user = await context.Users.SingleAsync();
        var token = ResetToken.Give(user, _host.Clock.GetUtcNow());
        user.Version++;
        await context.SaveChangesAsync();
        return token.ToString();
    }

    private ArenaDbContext Context() => _host.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContext();
}
