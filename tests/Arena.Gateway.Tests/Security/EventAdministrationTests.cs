using System.Text.Json;
using Arena.Gateway.Tests.Accounts;
using Arena.Gateway.Tests.Play;
using Arena.Gateway.Tests.Quizzes;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Security;

/// <summary>Administrators see the event bus, and decide over dead letters.</summary>
public sealed class EventAdministrationTests : IAsyncLifetime
{
    private const string Path = "/api/administration/events";

    private readonly PlayHost _arena = new() { RunsConsumers = true };

    public ValueTask InitializeAsync() => default;

    public ValueTask DisposeAsync() => _arena.DisposeAsync();

    [Fact]
    public async Task Dead_letters_are_listed_with_the_queues_and_consumers_and_can_be_discarded()
    {
        using var administrator = await AdministratorAsync();
        await using (var context = await ContextAsync())
        {
            // Of a consumer that exists no more, so it is not retried.
            context.EventDeadLetters.Add(new() { SessionId = Guid.NewGuid(), Consumer = "former", Version = 7, Type = "x.1", Attempts = 8, Error = "why", At = DateTimeOffset.UnixEpoch });
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        var overview = await administrator.GetAsync(Path);
        Assert.Equal(8, overview.GetProperty("queues").GetArrayLength());
        Assert.Equal(
            ["boards", "game-figures", "game-report-mails", "game-summaries", "homework", "profiles", "webhooks"],
            overview.GetProperty("consumers").EnumerateArray().Select(consumer => consumer.GetProperty("name").GetString()!).Order(StringComparer.Ordinal));
        var letter = Letter(overview);
        Assert.Equal(("former", 7, 8, "why", false), (
            letter.GetProperty("consumer").GetString(), letter.GetProperty("version").GetInt64(), letter.GetProperty("attempts").GetInt32(),
            letter.GetProperty("error").GetString(), letter.GetProperty("wantedAgain").GetBoolean()));

        var id = letter.GetProperty("id").GetInt64();
        Assert.Equal(204, await StatusAsync(administrator, HttpMethod.Post, $"{Path}/dead-letters/{id}/retry"));
        Assert.True(Letter(await administrator.GetAsync(Path)).GetProperty("wantedAgain").GetBoolean());
        Assert.Equal(204, await StatusAsync(administrator, HttpMethod.Delete, $"{Path}/dead-letters/{id}"));
        Assert.Equal("unknownDeadLetter", (await administrator.SendAsync(HttpMethod.Delete, $"{Path}/dead-letters/{id}", null, 404)).Code());
        Assert.Equal("unknownDeadLetter", (await administrator.SendAsync(HttpMethod.Post, $"{Path}/dead-letters/{id}/retry", null, 404)).Code());
        Assert.Equal(0, (await administrator.GetAsync(Path)).GetProperty("deadLetterCount").GetInt32());
    }

    [Fact]
    public async Task Only_a_consumer_that_can_start_over_is_replayed()
    {
        using var administrator = await AdministratorAsync();
        Assert.Equal(200, await StatusAsync(administrator, HttpMethod.Post, $"{Path}/replay", new { consumer = "game-summaries" }));
        Assert.Equal("unknownConsumer", (await administrator.SendAsync(HttpMethod.Post, $"{Path}/replay", new { consumer = "nobody", after = 3 }, 404)).Code());
        Assert.Equal("invalidMessage", (await administrator.SendAsync(HttpMethod.Post, $"{Path}/replay", new { consumer = (string?)null }, 400)).Code());
    }

    private static JsonElement Letter(JsonElement overview) => Assert.Single(overview.GetProperty("deadLetters").EnumerateArray());

    private static async Task<int> StatusAsync(Browser administrator, HttpMethod method, string path, object? body = null)
    {
        using var response = await administrator.SendAsync(method, path, body);
        return (int)response.StatusCode;
    }

    private async Task<Browser> AdministratorAsync()
    {
        var browser = new Browser(new HttpClient { BaseAddress = _arena.Address });
        await browser.RegisterAsync("Ann");
        await using var context = await ContextAsync();
        await context.Users.Where(user => user.Username == "Ann").ExecuteUpdateAsync(user => user.SetProperty(row => row.IsAdministrator, true));
        return browser;
    }

    private Task<ArenaDbContext> ContextAsync() => _arena.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContextAsync();
}
