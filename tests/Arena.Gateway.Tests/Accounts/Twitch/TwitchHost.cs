using System.Text.Json;
using Arena.Gateway.Tests.Quizzes;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Accounts.Twitch;

/// <summary>Accounts beside a provider, and the way of a browser from the one to the other and back.</summary>
internal sealed class TwitchHost : IAsyncDisposable
{
    public const string SignIn = "/api/account/sessions/twitch";
    public const string Link = "/api/account/twitch";

    private TwitchHost(AuthoringHost arena, LyingProvider provider) => (Arena, Provider) = (arena, provider);

    public AuthoringHost Arena { get; }

    public LyingProvider Provider { get; }

    public static async Task<TwitchHost> StartAsync()
    {
        var provider = await LyingProvider.StartAsync();
        return new(await AuthoringHost.StartAsync(provider.Settings), provider);
    }

    /// <summary>A browser that says where it is sent, and does not go there.</summary>
    public static Browser Browser(Uri address) =>
        new(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address });

    public Browser Browser() => Browser(Arena.Address);

    /// <summary>To the provider's page.</summary>
    public static async Task<string> BeginAsync(Browser browser, string way = SignIn, object? proof = null) =>
        (await browser.SendAsync(HttpMethod.Post, $"{way}/start", proof, 200)).GetProperty("url").GetString()!;

    /// <summary>Back from it.</summary>
    /// <returns>The page that the browser is sent to.</returns>
    public static async Task<string> ReturnAsync(Browser browser, string callback)
    {
        using var answer = await browser.SendAsync(HttpMethod.Get, callback, null);
        Assert.Equal(302, (int)answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    /// <summary>The whole way, there and back and in.</summary>
    public async Task<JsonElement> SignInAsync(Browser browser, string subject = "4711", string? name = "Ann", string? code = null, int expected = 201)
    {
        Assert.Equal("/sign-in#twitch", await ReturnAsync(browser, Provider.Confirm(await BeginAsync(browser), subject, name)));
        return await browser.EnterAsync(SignIn, new { code }, expected);
    }

    public async Task<List<SecurityEvent>> EventsAsync()
    {
        await using var context = Context();
        return await context.SecurityEvents.OrderBy(row => row.Id).Select(row => row.Event).ToListAsync();
    }

    public ArenaDbContext Context() => Arena.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContext();

    public async ValueTask DisposeAsync()
    {
        await Arena.DisposeAsync();
        await Provider.DisposeAsync();
    }
}
