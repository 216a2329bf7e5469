using System.Text.Json;
using Arena.Game.Vocabulary;
using Arena.Grains.Events;
using Arena.Grains.Ports;
using Arena.Grains.Session;
using Arena.Storage.Events;
using Arena.Storage.Model;
using Arena.Storage.Tests.Support;
using Arena.Storage.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Storage.Tests;

/// <summary>Messages about games that are really played, and their way through the outbox, on every database.</summary>
public abstract class WebhookOutboxTests : DatabaseTests
{
    private static readonly DateTimeOffset Before = DateTimeOffset.UnixEpoch;

    private WebhookOutbox Consumer => new(
        Storage.Services.GetRequiredService<EventInbox>(), Storage.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>());

    private WebhookQueue Queue => Storage.Services.GetRequiredService<WebhookQueue>();

    [Fact]
    public async Task Each_endpoint_of_the_host_has_one_message_for_each_event_that_it_chose()
    {
        var (user, game) = await PlayAsync();
        var both = await EndpointAsync(user, "game.ended game.started");
        var ended = await EndpointAsync(user, "game.ended");
        await EndpointAsync(user, "game.ended", row => row.CreatedAt = DateTimeOffset.MaxValue.AddYears(-1));
        await EndpointAsync(user, "game.ended", row => (row.DisabledAt, row.DisabledReason) = (Before, WebhookDisabledReason.Owner));
        await EndpointAsync(await UserAsync(), "game.ended game.started");
        await HandleAllAsync();
        await HandleAllAsync();

        await using var context = Storage.Context();
        var deliveries = await context.WebhookDeliveries.AsNoTracking().OrderBy(row => row.Id).ToListAsync();
        var id = game.State.SessionId;
        Assert.Equal(
            new[] { (both, "game.started"), (both, "game.ended"), (ended, "game.ended") }.Select(each => (each.Item1, WebhookMessage.IdOf(each.Item1, id, each.Item2))).Order(),
            deliveries.Select(row => (row.EndpointId, row.MessageId)).Order());
        var body = JsonDocument.Parse(deliveries.First(row => row.Type == "game.ended").Payload).RootElement;
        Assert.Equal(["type", "timestamp", "data"], body.EnumerateObject().Select(member => member.Name));
        var data = body.GetProperty("data");
        Assert.Equal(
            ["gameId", "quizId", "quizTitle", "startedAt", "endedAt", "players", "answers", "points"], data.EnumerateObject().Select(member => member.Name));
        Assert.Equal((id, 5, await context.PlayerAnswers.CountAsync()), (
            data.GetProperty("gameId").GetGuid(), data.GetProperty("players").GetInt32(), data.GetProperty("answers").GetInt32()));
        Assert.Equal(game.State.Players.Sum(player => (long)player.Score), data.GetProperty("points").GetInt64());
        var started = JsonDocument.Parse(deliveries.Single(row => row.Type == "game.started").Payload).RootElement.GetProperty("data");
        Assert.Equal(["gameId", "quizId", "quizTitle", "players"], started.EnumerateObject().Select(member => member.Name));
        Assert.All(deliveries, row => Assert.DoesNotMatch("Player|AAAAAA|Question|\"[ABC]\"", row.Payload));
        Assert.All(deliveries, row => Assert.InRange(row.Payload.Length, 1, 4_096));
    }

    [Fact]
    public async Task A_message_is_claimed_once_finished_once_and_goes_with_its_account()
    {
        var (user, _) = await PlayAsync();
        var endpoint = await EndpointAsync(user, "game.ended");
        await HandleAllAsync();
        var now = DateTimeOffset.UtcNow;
        Assert.Equal([endpoint], await Queue.DueEndpointsAsync(now, [], 10, default));
        Assert.Empty(await Queue.DueEndpointsAsync(now, [endpoint], 10, default));
        Assert.True(await Queue.LagAsync(now, default) > TimeSpan.Zero);
        var (claimed, _) = (await Queue.ClaimAsync(endpoint, now, now.AddSeconds(1), default))!.Value;
        Assert.Null(await Queue.ClaimAsync(endpoint, now, now.AddSeconds(1), default));
        Assert.Equal(TimeSpan.Zero, await Queue.LagAsync(now, default));
        var (again, _) = (await Queue.ClaimAsync(endpoint, now.AddSeconds(1), now.AddSeconds(2), default))!.Value;
        Assert.Equal((1, 2), (claimed.Attempts, again.Attempts));

        await Queue.FinishAsync(claimed, new(now, 5, null, 204, ""), null, null, default);
        Assert.Equal(WebhookDeliveryStatus.Pending, (await DeliveryAsync()).Status);
        await Queue.FinishAsync(again, new(now, 5, WebhookFailure.Unreachable), now.AddSeconds(5), null, default);
        var failed = await DeliveryAsync();
        Assert.Equal((WebhookDeliveryStatus.Pending, WebhookFailure.Unreachable, null, null), (failed.Status, failed.Failure, failed.ResponseCode, failed.Response));
        Assert.NotNull((await FindAsync(endpoint)).FailingSince);
        var (last, _) = (await Queue.ClaimAsync(endpoint, now.AddSeconds(5), now.AddSeconds(6), default))!.Value;
        await Queue.FinishAsync(last, new(now, 5, WebhookFailure.Status, 410, "gone"), null, WebhookDisabledReason.Gone, default);
        Assert.Equal(WebhookDeliveryStatus.DeadLetter, (await DeliveryAsync()).Status);
        Assert.Equal(WebhookDisabledReason.Gone, (await FindAsync(endpoint)).DisabledReason);

        await using var context = Storage.Context();
        await context.Users.Where(row => row.Id == user).ExecuteDeleteAsync();
        Assert.Empty(await context.WebhookDeliveries.ToListAsync());
    }

    [Theory]
    [InlineData("getReadyShown.1", SessionEventTypes.QuestionAnnounced)]
    [InlineData("sessionFinished.1", SessionEventTypes.Finished)]
    public void The_events_have_the_names_that_the_journal_gives_them(string name, string constant)
    {
        Assert.Equal(name, constant);
        Assert.Contains(name, EventCodec.Names);
    }

    private async Task<(Guid User, TestGame Game)> PlayAsync()
    {
        var user = await UserAsync();
        var game = await TestGame.LaunchAsync(Storage.Journal, "AAAAAA", seed: 1);
        await using (var context = Storage.Context())
            await context.GameSessions.ExecuteUpdateAsync(set => set.SetProperty(row => row.HostId, user));
        await game.JoinAsync(5);
        await game.PlayAsync(rounds: 2);
        await game.HostAsync(new HostAction.End());
        return (user, game);
    }

    private async Task<Guid> UserAsync()
    {
        await using var context = Storage.Context();
        var user = new UserRow { Id = Guid.NewGuid(), Username = $"{Guid.NewGuid():N}", CreatedAt = Before };
        context.Users.Add(user);
        await context.SaveChangesAsync();
        return user.Id;
    }

    private async Task<Guid> EndpointAsync(Guid user, string events, Action<WebhookEndpointRow>? change = null)
    {
        await using var context = Storage.Context();
        var row = new WebhookEndpointRow
        {
            Id = Guid.NewGuid(),
            UserId = user,
            Url = "https://example.org/",
            Events = events,
            Secret = "protected",
            CreatedAt = Before,
        };
        change?.Invoke(row);
        context.WebhookEndpoints.Add(row);
        await context.SaveChangesAsync();
        return row.Id;
    }

    private async Task<WebhookDeliveryRow> DeliveryAsync()
    {
        await using var context = Storage.Context();
        return await context.WebhookDeliveries.AsNoTracking().SingleAsync();
    }

    private async Task<WebhookEndpointRow> FindAsync(Guid id)
    {
        await using var context = Storage.Context();
        return await context.WebhookEndpoints.AsNoTracking().SingleAsync(row => row.Id == id);
    }

    private async Task HandleAllAsync()
    {
        foreach (var session in (await Storage.Services.GetRequiredService<IEventFeed>().AllAsync()).GroupBy(happened => happened.SessionId))
            await Consumer.HandleAsync(new(session.Key, [.. session]), default);
    }
}
