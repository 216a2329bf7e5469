using System.Globalization;
using Arena.Gateway.Tests.Accounts;
using Arena.Gateway.Tests.Play;
using Arena.Storage.Model;
using Arena.TestKit.Clients;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Security;

/// <summary>What administrators see of sign-ins and of attacks.</summary>
public sealed class SecurityOverviewTests : IAsyncLifetime
{
    private readonly PlayHost _arena = new();

    public ValueTask InitializeAsync() => default;

    public ValueTask DisposeAsync() => _arena.DisposeAsync();

    [Fact]
    public async Task The_security_log_is_filtered_by_event_and_time()
    {
        using var administrator = await AdministratorAsync();
        await administrator.SignInAsync("Ann", "a wrong password", 401);
        await _arena.AdvanceAsync(TimeSpan.FromMinutes(5));
        var noon = _arena.Time.GetUtcNow();
        await administrator.SignInAsync("Ann", "a wrong password", 401);
        await administrator.SignInAsync("Ann");

        Assert.Equal(["signedIn", "signInFailed", "signInFailed"], (await ListAsync(administrator, "")).Take(3));
        Assert.Equal(["signInFailed", "signInFailed"], await ListAsync(administrator, "?event=signInFailed"));
        Assert.Equal(["signInFailed"], await ListAsync(administrator, $"?event=signInFailed&since={At(noon)}"));
        Assert.Equal(["signInFailed"], await ListAsync(administrator, $"?event=signInFailed&until={At(noon)}"));
        Assert.Equal(["signedIn", "signInFailed"], await ListAsync(administrator, $"?since={At(noon)}"));
        await administrator.GetAsync("/api/administration/security-events?event=nothing", 400);
        await administrator.GetAsync("/api/administration/security-events?since=yesterday", 400);
    }

    [Fact]
    [Asvs("16.3.3")]
    public async Task The_summary_counts_events_and_refusals()
    {
        using var administrator = await AdministratorAsync();
        await administrator.SignInAsync("Ann", "a wrong password", 401);
        await administrator.SignInAsync("Ann", "a wrong password", 401);
        await using (var player = await _arena.ConnectAsync())
            _ = (await player.AttachAsync("no host key")).Refusal;

        var summary = await administrator.GetAsync("/api/administration/security-summary");
        var failed = Assert.Single(summary.GetProperty("events").EnumerateArray(), counted => counted.GetProperty("event").GetString() == "signInFailed");
        Assert.Equal(2, failed.GetProperty("count").GetInt32());
        var refusal = Assert.Single(summary.GetProperty("refusals").EnumerateArray(), counted => counted.GetProperty("policy").GetString() == "Attach");
        Assert.Equal(("token", 1), (refusal.GetProperty("kind").GetString(), refusal.GetProperty("count").GetInt32()));
        var later = await administrator.GetAsync($"/api/administration/security-summary?since={At(_arena.Time.GetUtcNow().AddDays(1))}");
        Assert.Empty(later.GetProperty("events").EnumerateArray());
    }

    private async Task<Browser> AdministratorAsync()
    {
        var browser = new Browser(new HttpClient { BaseAddress = _arena.Address });
        await browser.RegisterAsync("Ann");
        await using var context = await _arena.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContextAsync();
        await context.Users.Where(user => user.Username == "Ann").ExecuteUpdateAsync(user => user.SetProperty(row => row.IsAdministrator, true));
        return browser;
    }

    private static string At(DateTimeOffset instant) => Uri.EscapeDataString(instant.ToString("O", CultureInfo.InvariantCulture));

    private static async Task<List<string?>> ListAsync(Browser administrator, string query) =>
        [.. (await administrator.GetAsync($"/api/administration/security-events{query}")).EnumerateArray().Select(logged => logged.GetProperty("event").GetString())];
}
