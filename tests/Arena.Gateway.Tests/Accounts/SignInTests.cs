using System.Text;
using Arena.Gateway.Tests.Quizzes;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Accounts;

public sealed class SignInTests : IAsyncLifetime
{
    private const string Cookie = "__Secure-arena-sign-in";

    private AuthoringHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await AuthoringHost.StartAsync(("Arena:Accounts:MaxSignIns", "3"));

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    [Asvs("7.2.1", "7.2.2", "7.2.3", "9.2.1")]
    public async Task An_access_token_is_short_and_a_refresh_brings_the_next()
    {
        using var ann = await AnnAsync();
        _host.Clock.Ahead = TimeSpan.FromMinutes(11);
        await ann.GetAsync("/api/account", 401);
        await ann.RefreshAsync();
        await ann.GetAsync("/api/account");
    }

    [Fact]
    public async Task Tabs_that_refresh_at_once_all_stay_signed_in()
    {
        using var ann = await AnnAsync();
        var tabs = Enumerable.Range(0, 4).Select(_ => Tab(ann)).ToArray();
        await Task.WhenAll(tabs.Select(tab => tab.RefreshAsync()));
        _host.Clock.Ahead = TimeSpan.FromMinutes(11);
        // The cookie of the last reply is the valid one.
        await tabs[Random.Shared.Next(tabs.Length)].RefreshAsync();
        foreach (var tab in tabs)
            tab.Dispose();
        Assert.DoesNotContain(SecurityEvent.RefreshTokenReused, await EventsAsync());
    }

    [Fact]
    public async Task A_reply_that_was_lost_can_be_asked_for_again_within_seconds()
    {
        using var ann = await AnnAsync();
        using var lost = Tab(ann);
        await lost.RefreshAsync();
        _host.Clock.Ahead = TimeSpan.FromSeconds(9);
        await ann.RefreshAsync();
        _host.Clock.Ahead = TimeSpan.FromMinutes(5);
        await ann.RefreshAsync();
    }

    [Fact]
    [Asvs("7.2.1", "16.3.3")]
    public async Task A_stolen_token_that_is_reused_revokes_the_whole_family()
    {
        using var ann = await AnnAsync();
        using var thief = Tab(ann);
        await ann.RefreshAsync();
        _host.Clock.Ahead = TimeSpan.FromSeconds(11);

        Assert.Equal("invalidToken", (await thief.RefreshAsync(401)).Code());
        await ann.GetAsync("/api/account", 401);
        await ann.RefreshAsync(401);
        Assert.Contains(SecurityEvent.RefreshTokenReused, await EventsAsync());
        Assert.Null(thief.Cookie(Cookie));
    }

    [Fact]
    public async Task A_token_that_is_older_than_the_one_before_ends_the_family_at_once()
    {
        using var ann = await AnnAsync();
        using var thief = Tab(ann);
        await ann.RefreshAsync();
        await ann.RefreshAsync();
        await thief.RefreshAsync(401);
        await ann.RefreshAsync(401);
    }

    [Fact]
    public async Task Another_device_gets_no_second_chance()
    {
        using var ann = await AnnAsync();
        using var thief = Tab(ann, "Thief/1");
        await ann.RefreshAsync();
        await thief.RefreshAsync(401);
        await ann.GetAsync("/api/account", 401);
    }

    [Theory]
    [InlineData(31, false)]
    [InlineData(29, true)]
    [Asvs("7.1.1", "7.3.1")]
    public async Task A_browser_that_is_not_used_is_signed_out(int days, bool stays)
    {
        using var ann = await AnnAsync();
        _host.Clock.Ahead = TimeSpan.FromDays(days);
        await ann.RefreshAsync(stays ? 200 : 401);
    }

    [Fact]
    [Asvs("7.1.1", "7.3.2", "9.2.1")]
    public async Task A_browser_is_signed_out_after_half_a_year_however_much_it_is_used()
    {
        using var ann = await AnnAsync();
        for (var days = 20; days < 180; days += 20)
        {
            _host.Clock.Ahead = TimeSpan.FromDays(days);
            await ann.RefreshAsync();
        }
        _host.Clock.Ahead = TimeSpan.FromDays(180);
        await ann.RefreshAsync(401);
    }

    [Fact]
    [Asvs("7.4.1", "7.4.2", "7.5.2")]
    public async Task Ones_browsers_are_listed_and_can_be_signed_out_one_by_one_and_all()
    {
        using var here = await AnnAsync();
        using var there = await ThereAsync();
        using var elsewhere = await ThereAsync();
        var list = (await here.GetAsync("/api/account/sessions")).EnumerateArray().ToList();
        Assert.Equal([false, false, true], list.Select(browser => browser.GetProperty("isCurrent").GetBoolean()));
        Assert.Equal("There/1", list[0].GetProperty("userAgent").GetString());

        await here.SendAsync(HttpMethod.Delete, $"/api/account/sessions/{list[1].GetProperty("id").GetString()}", null, 204);
        await there.GetAsync("/api/account", 401);
        await elsewhere.GetAsync("/api/account");
        await here.SendAsync(HttpMethod.Delete, "/api/account/sessions", null, 204);
        await elsewhere.RefreshAsync(401);
        await here.SendAsync(HttpMethod.Delete, "/api/account/sessions/current", null, 204);
        Assert.Null(here.Cookie(Cookie));
        await here.GetAsync("/api/account", 401);
    }

    [Fact]
    public async Task An_account_cannot_sign_out_the_browser_of_another()
    {
        using var ann = await AnnAsync();
        var id = (await ann.GetAsync("/api/account/sessions"))[0].GetProperty("id").GetString();
        using var eve = new Browser(_host.Stranger());
        await eve.RegisterAsync("Eve");
        foreach (var target in (string[])[id!, Guid.NewGuid().ToString(), "garbage"])
            Assert.Equal("unknownSession", (await eve.SendAsync(HttpMethod.Delete, $"/api/account/sessions/{target}", null, 404)).Code());
        await ann.GetAsync("/api/account");
    }

    [Fact]
    [Asvs("7.1.2")]
    public async Task The_browser_that_was_not_used_for_longest_makes_room()
    {
        using var first = await AnnAsync();
        var others = new List<Browser>();
        for (var i = 1; i <= 3; i++)
        {
            _host.Clock.Ahead = TimeSpan.FromMinutes(i);
            others.Add(await ThereAsync());
        }
        await first.GetAsync("/api/account", 401);
        foreach (var other in others)
        {
            await other.GetAsync("/api/account");
            other.Dispose();
        }
    }

    [Fact]
    [Asvs("9.1.1", "9.1.3", "9.2.3", "9.2.4")]
    public async Task The_contents_of_the_database_do_not_sign_in()
    {
        using var ann = await AnnAsync();
        await using var context = _host.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContext();
        var row = await context.AuthSessions.SingleAsync();
        foreach (var token in (string[])[row.RefreshTokenHash, row.Id.ToString(), Convert.ToBase64String(Encoding.UTF8.GetBytes($"{row.Id:N}/{row.RefreshTokenHash}")), "garbage", ""])
        {
            using var thief = Tab(ann);
            thief.Steal(Cookie, token);
            await thief.RefreshAsync(401);
        }
        await ann.RefreshAsync();
    }

    private async Task<Browser> AnnAsync()
    {
        var ann = new Browser(_host.Stranger());
        await ann.RegisterAsync("Ann");
        return ann;
    }

    private async Task<Browser> ThereAsync()
    {
        var there = new Browser(_host.Stranger(), "There/1");
        await there.SignInAsync("Ann");
        return there;
    }

    /// <summary>A client with the same refresh token: another tab, or a thief with a copy.</summary>
    private Browser Tab(Browser of, string userAgent = "Test/1")
    {
        var tab = new Browser(_host.Stranger(), userAgent);
        tab.Steal(Cookie, of.Cookie(Cookie)!);
        return tab;
    }

    private async Task<List<SecurityEvent>> EventsAsync()
    {
        await using var context = _host.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContext();
        return await context.SecurityEvents.Select(row => row.Event).ToListAsync();
    }
}
