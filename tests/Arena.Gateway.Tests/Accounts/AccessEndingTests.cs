using Arena.Gateway.Tests.Quizzes;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Accounts;

/// <summary>One step ends what an intruder may hold of an account.</summary>
public sealed class AccessEndingTests : IAsyncLifetime
{
    private const string Route = "/api/account/access/removal";

    private AuthoringHost _host = null!;
    private Browser _ann = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await AuthoringHost.StartAsync();
        _ann = New();
        await _ann.RegisterAsync("Ann");
    }

    public async ValueTask DisposeAsync()
    {
        _ann.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    [Asvs("7.5.2")]
    public async Task Revoking_access_ends_browsers_keys_and_links_and_lists_the_remaining_passkeys()
    {
        using var elsewhere = New();
        using var script = New();
        await elsewhere.SignInAsync("Ann");
        script.AccessToken = (await _ann.SendAsync(
            HttpMethod.Post, "/api/account/api-keys", new { name = "x", scopes = (string[])["quizzes:read"], days = 366, password = Browser.Password }, 201))
            .GetProperty("key").GetString();
        await script.GetAsync("/api/quizzes");
        var link = await LinkAndPasskeyAsync();

        var ended = await _ann.SendAsync(HttpMethod.Post, Route, new { password = Browser.Password }, 200);

        Assert.Equal((1, 1, 1), (ended.GetProperty("browsers").GetInt32(), ended.GetProperty("apiKeys").GetInt32(), ended.GetProperty("resetLinks").GetInt32()));
        Assert.Equal("Phone", Assert.Single(ended.GetProperty("passkeys").EnumerateArray()).GetProperty("name").GetString());
        await elsewhere.GetAsync("/api/account", 401);
        await elsewhere.RefreshAsync(401);
        await script.GetAsync("/api/quizzes", 401);
        Assert.Equal("linkInvalid", (await elsewhere.SendAsync(HttpMethod.Post, "/api/account/password/reset", new { token = link, newPassword = "another good one" }, 401)).Code());
        await _ann.GetAsync("/api/account");
        Assert.Single((await _ann.GetAsync("/api/account/passkeys")).EnumerateArray());
        await using var context = Context();
        Assert.Equal(1, await context.SecurityEvents.CountAsync(row => row.Event == SecurityEvent.AccessEnded));
    }

    [Fact]
    public async Task Revoking_access_reports_when_there_was_nothing_to_revoke()
    {
        var ended = await _ann.SendAsync(HttpMethod.Post, Route, new { password = Browser.Password }, 200);
        Assert.Equal((0, 0, 0), (ended.GetProperty("browsers").GetInt32(), ended.GetProperty("apiKeys").GetInt32(), ended.GetProperty("resetLinks").GetInt32()));
        Assert.Empty(ended.GetProperty("passkeys").EnumerateArray());
    }

    [Theory]
    [InlineData("not her password", 403, "signInFailed")]
    [InlineData(null, 400, "invalidMessage")]
    [Asvs("7.5.1")]
    public async Task Revoking_access_requires_proof_of_the_owner(string? password, int status, string code)
    {
        using var elsewhere = New();
        await elsewhere.SignInAsync("Ann");
        Assert.Equal(code, (await _ann.SendAsync(HttpMethod.Post, Route, new { password }, status)).Code());
        await elsewhere.GetAsync("/api/account");
    }

    [Theory]
    [InlineData("not her password", 403)]
    [InlineData(null, 400)]
    [InlineData(Browser.Password, 204)]
    [Asvs("7.5.1")]
    public async Task A_passkey_is_deleted_by_the_owner_alone(string? password, int status)
    {
        await LinkAndPasskeyAsync();
        await _ann.SendAsync(HttpMethod.Post, "/api/account/passkeys/AAAA/removal", new { password }, status);
        Assert.Equal(status == 204 ? 0 : 1, (await _ann.GetAsync("/api/account/passkeys")).GetArrayLength());
    }

    private Browser New() => new(_host.Stranger());

    private async Task<string> LinkAndPasskeyAsync()
    {
        await using var context = Context();
        var user = await context.Users.SingleAsync();
        context.Add(new UserPasskeyRow { CredentialId = "AAAA", UserId = user.Id, Name = "Phone", PublicKey = [1], Transports = "", CreatedAt = user.CreatedAt });
        var token = ResetToken.Give(user, _host.Clock.GetUtcNow());
        user.Version++;
        await context.SaveChangesAsync();
        return token.ToString();
    }

    private ArenaDbContext Context() => _host.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContext();
}
