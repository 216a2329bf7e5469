using Arena.Gateway.Tests.Play;
using Arena.Gateway.Tests.Quizzes;
using Arena.Gateway.Tests.Security;
using Arena.TestKit.Processes;

namespace Arena.Gateway.Tests.Accounts.Twitch;

public sealed class TwitchConfigurationTests
{
    [Fact]
    [Asvs("13.1.1", "13.2.4", "13.2.5")]
    public async Task Without_a_client_id_Twitch_is_not_offered()
    {
        await using var arena = new PlayHost();
        using var browser = TwitchHost.Browser(arena.Address);
        Assert.False((await browser.GetAsync("/api/account/sign-in-ways")).GetProperty("twitch").GetBoolean());
        Assert.Equal("notNow", (await browser.SendAsync(HttpMethod.Post, $"{TwitchHost.SignIn}/start", null, 409)).Code());
        await browser.GetAsync("/api/account/sessions/twitch/callback?state=x", 404);
    }

    [Fact]
    public async Task While_Twitch_is_unreachable_the_page_reports_it_and_everything_else_works()
    {
        await using var arena = await AuthoringHost.StartAsync(
            ("Arena:Twitch:Authority", $"http://127.0.0.1:{FreePorts.Next()}"), ("Arena:Twitch:ClientId", "x"), ("Arena:Twitch:ClientSecret", "y"));
        using var browser = TwitchHost.Browser(arena.Address);
        Assert.True((await browser.GetAsync("/api/account/sign-in-ways")).GetProperty("twitch").GetBoolean());
        Assert.Equal("unavailable", (await browser.SendAsync(HttpMethod.Post, $"{TwitchHost.SignIn}/start", null, 503)).Code());
        await browser.RegisterAsync("Ann");
    }

    [Fact]
    [Asvs("10.5.3", "15.3.2")]
    public async Task A_provider_with_a_mismatched_issuer_is_refused()
    {
        await using var provider = await LyingProvider.StartAsync();
        provider.Pretends = "https://id.example/oauth2";
        await using var arena = await AuthoringHost.StartAsync(provider.Settings);
        using var browser = TwitchHost.Browser(arena.Address);
        Assert.Equal("unavailable", (await browser.SendAsync(HttpMethod.Post, $"{TwitchHost.SignIn}/start", null, 503)).Code());
    }

    [Theory]
    [InlineData("Arena:Twitch:ClientSecret is ''. Give the secret of the application 'abc'", "ClientId", "abc")]
    [InlineData("Arena:Twitch:ClientId is ''. Give the id", "ClientSecret", "not to be shown")]
    [InlineData("Arena:Twitch:Authority is 'http://id.twitch.tv/oauth2'. Give the issuer's https address", "Authority", "http://id.twitch.tv/oauth2")]
    [InlineData("Arena:Twitch:Authority is 'twitch'. Give the issuer's https address", "Authority", "twitch")]
    [Asvs("13.2.3")]
    public async Task A_configuration_that_cannot_be_right_stops_the_start(string said, string key, string value)
    {
        var folder = Directory.CreateTempSubdirectory("arena-twitch-");
        try
        {
            var (exit, log) = await ArenaProcess.RefuseAsync(folder.FullName, new Dictionary<string, string> { [$"Arena:Twitch:{key}"] = value });
            Assert.NotEqual(0, exit);
            Assert.Contains(said, log, StringComparison.Ordinal);
            Assert.DoesNotContain("not to be shown", log, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Behind_a_proxy_Twitch_sends_browsers_back_to_the_public_address()
    {
        await using var provider = await LyingProvider.StartAsync();
        await using var arena = new PlayHost(
            provider.Settings.Append(("Arena:Gateway:PublicUrl", "https://quiz.example.org/")).ToDictionary(setting => setting.Item1, setting => setting.Item2));
        using var browser = TwitchHost.Browser(arena.Address);
        var url = await TwitchHost.BeginAsync(browser);
        Assert.Contains($"redirect_uri={Uri.EscapeDataString("https://quiz.example.org/api/account/sessions/twitch/callback")}", url, StringComparison.Ordinal);
        Assert.Equal("/sign-in#twitch", await TwitchHost.ReturnAsync(browser, provider.Confirm(url)));
        Assert.Equal(1, provider.CodesTaken);
    }

    [Fact]
    [Asvs("10.1.1", "16.2.5")]
    public async Task No_log_line_holds_a_secret_between_Twitch_and_Arena()
    {
        var log = new LogDump();
        await using var provider = await LyingProvider.StartAsync();
        await using var arena = new PlayHost(provider.Settings.ToDictionary(setting => setting.Key, setting => setting.Value)) { Log = log };
        using var browser = TwitchHost.Browser(arena.Address);
        await TwitchHost.ReturnAsync(browser, provider.Confirm(await TwitchHost.BeginAsync(browser)));
        var ticket = browser.Cookie("__Secure-arena-twitch")!;
        await browser.EnterAsync(TwitchHost.SignIn, new { }, 201);
        await TwitchHost.ReturnAsync(browser, provider.Confirm(await TwitchHost.BeginAsync(browser), lie: token => token.Audience = "another"));

        var text = log.ToString();
        Assert.Contains("TwitchFailed", text, StringComparison.Ordinal);
        Assert.All([.. provider.Secrets, ticket, browser.AccessToken!], secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }
}
