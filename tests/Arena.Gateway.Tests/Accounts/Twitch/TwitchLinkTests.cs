using Arena.Gateway.Tests.Quizzes;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Tests.Accounts.Twitch;

public sealed class TwitchLinkTests : IAsyncLifetime
{
    private static readonly object Proof = new { password = Browser.Password };

    private TwitchHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await TwitchHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task An_account_is_linked_by_its_owner_and_then_Twitch_signs_in_to_it()
    {
        using var ann = _host.Browser();
        await ann.RegisterAsync("Ann");
        Assert.Equal("signInFailed", (await ann.SendAsync(HttpMethod.Post, $"{TwitchHost.Link}/start", new { password = "wrong password" }, 403)).Code());
        await LinkAsync(ann);
        Assert.Equal("notNow", (await ann.SendAsync(HttpMethod.Post, $"{TwitchHost.Link}/start", Proof, 409)).Code());
        Assert.Contains(SecurityEvent.TwitchLinked, await _host.EventsAsync());

        using var there = _host.Browser();
        await _host.SignInAsync(there, name: "Somebody");
        Assert.Equal("Ann", (await there.GetAsync("/api/account")).GetProperty("name").GetString());
        Assert.Equal("4711", (await there.GetAsync("/api/account/export")).GetProperty("twitchId").GetString());
    }

    [Fact]
    [Asvs("6.8.1")]
    public async Task One_person_at_Twitch_is_linked_with_one_account()
    {
        using var first = _host.Browser();
        await _host.SignInAsync(first);
        using var bob = _host.Browser();
        await bob.RegisterAsync("Bob");
        Assert.Equal("twitchTaken", (await LinkAsync(bob, expected: 409)).Code());
        Assert.False((await bob.GetAsync("/api/account")).GetProperty("hasTwitch").GetBoolean());
    }

    [Fact]
    public async Task A_link_request_of_one_account_does_nothing_for_another_and_does_not_sign_in()
    {
        using var ann = _host.Browser();
        await ann.RegisterAsync("Ann");
        await TwitchHost.ReturnAsync(ann, _host.Provider.Confirm(await TwitchHost.BeginAsync(ann, TwitchHost.Link, Proof)));
        await ann.RegisterAsync("Anna");
        Assert.Equal("notNow", (await ann.SendAsync(HttpMethod.Post, TwitchHost.Link, new { }, 409)).Code());
        Assert.Equal("invalidToken", (await ann.EnterAsync(TwitchHost.SignIn, new { }, 401)).Code());
    }

    [Fact]
    public async Task Twitch_is_unlinked_by_the_password_and_signs_in_no_more()
    {
        using var ann = _host.Browser();
        await ann.RegisterAsync("Ann");
        await LinkAsync(ann);
        Assert.Equal("signInFailed", (await ann.SendAsync(HttpMethod.Post, $"{TwitchHost.Link}/removal", new { password = "wrong password" }, 403)).Code());
        Assert.False((await ann.SendAsync(HttpMethod.Post, $"{TwitchHost.Link}/removal", Proof, 200)).GetProperty("hasTwitch").GetBoolean());
        Assert.Equal("notNow", (await ann.SendAsync(HttpMethod.Post, $"{TwitchHost.Link}/removal", Proof, 409)).Code());

        using var there = _host.Browser();
        await _host.SignInAsync(there, name: "Ann");
        Assert.NotEqual("Ann", (await there.GetAsync("/api/account")).GetProperty("name").GetString());
    }

    [Fact]
    public async Task The_last_way_in_is_not_unlinked_until_there_is_a_password()
    {
        using var ann = _host.Browser();
        await _host.SignInAsync(ann);
        Assert.Equal("lastWayIn", (await ann.SendAsync(HttpMethod.Post, $"{TwitchHost.Link}/removal", new { }, 409)).Code());
        Assert.Equal("passwordTooWeak", (await ann.SendAsync(HttpMethod.Put, "/api/account/password", new { newPassword = "short" }, 400)).Code());
        await ann.SendAsync(HttpMethod.Put, "/api/account/password", new { newPassword = Browser.Password }, 204);
        Assert.Equal("invalidMessage", (await ann.SendAsync(HttpMethod.Post, $"{TwitchHost.Link}/removal", new { }, 400)).Code());
        await ann.SendAsync(HttpMethod.Post, $"{TwitchHost.Link}/removal", Proof, 200);
        await ann.SignInAsync("Ann");
    }

    [Fact]
    public async Task A_passkey_is_a_way_in_too_and_the_last_one_stays()
    {
        using var ann = _host.Browser();
        await _host.SignInAsync(ann);
        await using (var context = _host.Context())
        {
            var user = await context.Users.SingleAsync();
            context.Add(new UserPasskeyRow { CredentialId = "AAAA", UserId = user.Id, Name = "Key", PublicKey = [1], Transports = "", CreatedAt = user.CreatedAt });
            await context.SaveChangesAsync();
        }
        await ann.SendAsync(HttpMethod.Post, $"{TwitchHost.Link}/removal", new { }, 200);
        Assert.Equal("lastWayIn", (await ann.SendAsync(HttpMethod.Post, "/api/account/passkeys/AAAA/removal", new { }, 409)).Code());
        await ann.SendAsync(HttpMethod.Put, "/api/account/password", new { newPassword = Browser.Password }, 204);
        await ann.SendAsync(HttpMethod.Post, "/api/account/passkeys/AAAA/removal", new { password = Browser.Password }, 204);
    }

    [Fact]
    [Asvs("7.5.1")]
    public async Task An_account_without_a_password_is_proved_by_a_recent_sign_in()
    {
        using var ann = _host.Browser();
        await _host.SignInAsync(ann);
        _host.Arena.Clock.Ahead = TimeSpan.FromMinutes(11);
        await ann.RefreshAsync();
        foreach (var (method, path) in ((HttpMethod, string)[])[(HttpMethod.Post, "/api/account/deletion"), (HttpMethod.Post, "/api/account/second-factor/setup"), (HttpMethod.Put, "/api/account/password")])
            Assert.Equal("signInAgain", (await ann.SendAsync(method, path, new { newPassword = "another good one" }, 403)).Code());
        await _host.SignInAsync(ann);
        await ann.SendAsync(HttpMethod.Post, "/api/account/deletion", new { }, 204);
        await using var context = _host.Context();
        Assert.Equal(0, await context.Users.CountAsync());
    }

    private async Task<System.Text.Json.JsonElement> LinkAsync(Browser browser, int expected = 200)
    {
        Assert.Equal("/account#twitch", await TwitchHost.ReturnAsync(browser, _host.Provider.Confirm(await TwitchHost.BeginAsync(browser, TwitchHost.Link, Proof))));
        return await browser.SendAsync(HttpMethod.Post, TwitchHost.Link, new { }, expected);
    }
}
