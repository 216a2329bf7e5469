using System.Text;
using Arena.Gateway.Tests.Quizzes;
using Arena.Storage.Model;
using Arena.TestKit.Clients;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;

namespace Arena.Gateway.Tests.Accounts.Twitch;

public sealed class TwitchSignInTests : IAsyncLifetime
{
    private const string Refused = "/sign-in#twitch=twitchRefused";

    private TwitchHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await TwitchHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    [Asvs("6.1.3", "6.3.4", "6.8.1", "10.5.2")]
    public async Task A_new_user_gets_an_account_and_later_signs_in_to_the_same_one()
    {
        using var here = _host.Browser();
        await _host.SignInAsync(here);
        var account = await here.GetAsync("/api/account");
        Assert.Equal(("Ann", false, true), (account.GetProperty("name").GetString(), account.GetProperty("hasPassword").GetBoolean(), account.GetProperty("hasTwitch").GetBoolean()));
        await here.RefreshAsync();

        using var there = _host.Browser();
        await _host.SignInAsync(there, name: "Renamed there");
        Assert.Equal(account.GetProperty("id").GetString(), (await there.GetAsync("/api/account")).GetProperty("id").GetString());
        Assert.Equal([SecurityEvent.Registered, SecurityEvent.SignedIn, SecurityEvent.SignedIn], await _host.EventsAsync());
    }

    [Fact]
    [Asvs("6.8.1")]
    public async Task An_account_with_the_same_name_belongs_to_another_user()
    {
        using var ann = _host.Browser();
        await ann.RegisterAsync("Ann");
        using var other = _host.Browser();
        await _host.SignInAsync(other);
        var name = (await other.GetAsync("/api/account")).GetProperty("name").GetString()!;
        Assert.Matches("^Ann[0-9]{6}$", name);
        Assert.False((await ann.GetAsync("/api/account")).GetProperty("hasTwitch").GetBoolean());
    }

    [Theory]
    [InlineData("a_very_long_name_of_25_cha", "a_very_long_name_of")]
    [InlineData("__x__", "player")]
    [InlineData("戦士の王", "戦士の王")]
    [InlineData("A\u202Enn!", "Ann")]
    [InlineData(null, "player")]
    public async Task A_name_that_cannot_be_one_here_becomes_one(string? theirs, string here)
    {
        using var browser = _host.Browser();
        await _host.SignInAsync(browser, name: theirs);
        Assert.StartsWith(here, (await browser.GetAsync("/api/account")).GetProperty("name").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_anonymous_author_becomes_the_account_and_keeps_the_quizzes()
    {
        using var author = await _host.Arena.AuthorAsync();
        await author.SendJsonAsync(HttpMethod.Post, "/api/quizzes", """{"arena":1,"title":"Mine","questions":[{"type":"trueFalse","prompt":"?","options":[{"label":"a","correct":true},{"label":"b"}]}]}""", 201);
        using var browser = _host.Browser();
        browser.AccessToken = author.DefaultRequestHeaders.Authorization!.Parameter;
        await _host.SignInAsync(browser);
        Assert.Equal("Mine", (await browser.GetAsync("/api/quizzes"))[0].GetProperty("title").GetString());
    }

    [Fact]
    public async Task Concurrent_sign_ins_of_one_person_share_one_account()
    {
        var browsers = Enumerable.Range(0, 4).Select(_ => _host.Browser()).ToArray();
        await Task.WhenAll(browsers.Select(browser => _host.SignInAsync(browser)));
        await using var context = _host.Context();
        Assert.Equal("4711", (await context.Users.SingleAsync()).TwitchId);
        foreach (var browser in browsers)
            browser.Dispose();
    }

    /// <summary>Everything that an id token is checked for, wrong once.</summary>
    public static TheoryData<string> Lies { get; } =
        ["nonce", "no nonce", "issuer", "audience", "another party", "expired", "not yet", "no expiry", "key", "signature", "unsigned", "signature cut off", "symmetric", "no subject"];

    [Theory]
    [MemberData(nameof(Lies))]
    [Asvs("6.8.2", "10.5.1", "10.5.3", "10.5.4")]
    public async Task An_invalid_identity_token_is_refused(string lie)
    {
        using var browser = _host.Browser();
        _host.Provider.CutsSignatures = lie == "signature cut off";
        var callback = _host.Provider.Confirm(await TwitchHost.BeginAsync(browser), lie: token => Tell(lie, token));
        Assert.Equal(Refused, await TwitchHost.ReturnAsync(browser, callback));
        Assert.Equal(1, _host.Provider.CodesTaken);
        Assert.Equal("invalidToken", (await browser.EnterAsync(TwitchHost.SignIn, new { }, 401)).Code());
        await using var context = _host.Context();
        Assert.Equal(0, await context.Users.CountAsync());
        Assert.Equal([SecurityEvent.TwitchFailed], await _host.EventsAsync());
    }

    [Fact]
    [Asvs("3.3.2", "10.1.2", "10.2.1")]
    public async Task A_Twitch_response_is_bound_to_its_browser_and_its_request()
    {
        using var ann = _host.Browser();
        using var eve = _host.Browser();
        var annsAnswer = _host.Provider.Confirm(await TwitchHost.BeginAsync(ann));
        var evesAnswer = _host.Provider.Confirm(await TwitchHost.BeginAsync(eve), subject: "666", name: "Eve");
        // An attacker makes Ann follow a link that would sign her in as Eve, or takes Ann's link.
        Assert.Equal(Refused, await TwitchHost.ReturnAsync(ann, evesAnswer));
        Assert.Equal(Refused, await TwitchHost.ReturnAsync(eve, annsAnswer));
        Assert.Equal(0, _host.Provider.CodesTaken);
    }

    [Theory]
    [InlineData("state", "")]
    [InlineData("state", "garbage")]
    [InlineData("state", null)]
    [InlineData("code", "garbage")]
    [InlineData("code", null)]
    [Asvs("10.2.1")]
    public async Task An_answer_with_something_missing_or_wrong_is_refused(string parameter, string? value)
    {
        using var browser = _host.Browser();
        var callback = new Uri(new Uri("http://x"), _host.Provider.Confirm(await TwitchHost.BeginAsync(browser)));
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(callback.Query).ToDictionary(pair => pair.Key, pair => (string?)pair.Value.ToString());
        if (value is null)
            query.Remove(parameter);
        else
            query[parameter] = value;
        Assert.Equal(Refused, await TwitchHost.ReturnAsync(browser, Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(callback.AbsolutePath, query)));
        Assert.Equal(0, _host.Provider.CodesTaken);
    }

    [Fact]
    [Asvs("10.2.1")]
    public async Task A_repeated_answer_is_refused_with_its_cookies_too()
    {
        using var browser = _host.Browser();
        var callback = _host.Provider.Confirm(await TwitchHost.BeginAsync(browser));
        using var thief = _host.Browser();
        thief.StealAll(browser);
        Assert.Equal("/sign-in#twitch", await TwitchHost.ReturnAsync(browser, callback));

        Assert.Equal(Refused, await TwitchHost.ReturnAsync(browser, callback));
        Assert.Equal(Refused, await TwitchHost.ReturnAsync(thief, callback));
        Assert.Equal(1, _host.Provider.CodesTaken);
        await thief.EnterAsync(TwitchHost.SignIn, new { }, 401);
    }

    [Fact]
    public async Task A_refusal_at_Twitch_is_reported_to_the_page()
    {
        using var browser = _host.Browser();
        var callback = _host.Provider.Confirm(await TwitchHost.BeginAsync(browser));
        var state = callback[callback.IndexOf("state=", StringComparison.Ordinal)..];
        Assert.Equal(Refused, await TwitchHost.ReturnAsync(browser, $"{callback.Split('?')[0]}?error=access_denied&error_description=No&{state}"));
    }

    [Fact]
    [Asvs("3.7.2", "7.1.3", "7.6.1")]
    public async Task A_Twitch_response_can_be_used_once_and_only_to_sign_in()
    {
        using var browser = _host.Browser();
        await _host.SignInAsync(browser);
        Assert.Equal("invalidToken", (await browser.EnterAsync(TwitchHost.SignIn, new { }, 401)).Code());
        Assert.Equal("notNow", (await browser.SendAsync(HttpMethod.Post, TwitchHost.Link, new { }, 409)).Code());
        await TwitchHost.ReturnAsync(browser, _host.Provider.Confirm(await TwitchHost.BeginAsync(browser)));
        Assert.Equal("notNow", (await browser.SendAsync(HttpMethod.Post, TwitchHost.Link, new { }, 409)).Code());
        Assert.Contains(browser.SetCookies, cookie =>
            cookie.StartsWith("__Secure-arena-twitch=", StringComparison.Ordinal) && cookie.EndsWith("path=/api/account; secure; samesite=strict; httponly", StringComparison.Ordinal));
    }

    [Fact]
    [Asvs("6.3.4", "6.8.4")]
    public async Task A_second_factor_is_asked_for_here_as_well()
    {
        using var ann = _host.Browser();
        await _host.SignInAsync(ann);
        var key = (await ann.SendAsync(HttpMethod.Post, "/api/account/second-factor/setup", new { }, 200)).GetProperty("key").GetString()!;
        await ann.SendAsync(HttpMethod.Post, "/api/account/second-factor", new { code = AppCode.Of(key) }, 200);

        using var there = _host.Browser();
        Assert.Equal("secondFactorRequired", (await _host.SignInAsync(there, expected: 401)).Code());
        Assert.Equal("codeInvalid", (await there.EnterAsync(TwitchHost.SignIn, new { code = "000000" }, 401)).Code());
        await there.EnterAsync(TwitchHost.SignIn, new { code = AppCode.Of(key, step: 1) }, 201);
        await there.GetAsync("/api/account");
    }

    [Fact]
    public async Task Coming_back_again_and_again_is_slowed()
    {
        await using var arena = await AuthoringHost.StartAsync([.. _host.Provider.Settings, ("Arena:Accounts:AttemptsPerMinute", "2")]);
        using var browser = TwitchHost.Browser(arena.Address);
        for (var attempt = 0; attempt < 2; attempt++)
            Assert.Equal(Refused, await TwitchHost.ReturnAsync(browser, "/api/account/sessions/twitch/callback?state=x"));
        Assert.Equal("/sign-in#twitch=tooFast", await TwitchHost.ReturnAsync(browser, "/api/account/sessions/twitch/callback?state=x"));
    }

    private static void Tell(string lie, SecurityTokenDescriptor token)
    {
        switch (lie)
        {
            case "nonce":
                token.Claims["nonce"] = "another";
                break;
            case "no nonce":
                token.Claims.Remove("nonce");
                break;
            case "issuer":
                token.Issuer = "https://id.example/oauth2";
                break;
            case "audience":
                token.Audience = "another-client";
                break;
            case "another party":
                token.Claims["azp"] = "another-client";
                break;
            case "expired":
                token.IssuedAt = DateTime.UtcNow.AddHours(-1);
                token.Expires = DateTime.UtcNow.AddMinutes(-2);
                break;
            case "not yet":
                token.NotBefore = DateTime.UtcNow.AddMinutes(2);
                break;
            case "no expiry":
                token.Expires = null;
                break;
            case "key":
                token.SigningCredentials = new(new RsaSecurityKey(System.Security.Cryptography.RSA.Create(2048)) { KeyId = "2" }, SecurityAlgorithms.RsaSha256);
                break;
            case "signature":
                token.SigningCredentials = new(new RsaSecurityKey(System.Security.Cryptography.RSA.Create(2048)) { KeyId = "1" }, SecurityAlgorithms.RsaSha256);
                break;
            case "unsigned":
                token.SigningCredentials = null;
                break;
            case "symmetric":
                // A key that follows from the configured secret.
                token.SigningCredentials = new(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(LyingProvider.ClientSecret)), SecurityAlgorithms.HmacSha256);
                break;
            case "no subject":
                token.Claims.Remove("sub");
                break;
        }
    }
}
