using Arena.Game.Vocabulary;
using Arena.Grains.Events;
using Arena.Grains.Ports;
using Arena.Grains.Session;
using Arena.Storage.Events;
using Arena.Storage.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Storage.Tests;

/// <summary>Summaries of games that are really played, on every database.</summary>
public abstract class GameSummariesTests : DatabaseTests
{
    private GameSummaries Consumer => new(Storage.Services.GetRequiredService<EventInbox>());

    [Fact]
    public async Task A_game_that_ended_has_a_summary_which_is_the_same_after_a_replay()
    {
        var game = await TestGame.LaunchAsync(Storage.Journal, "AAAAAA", seed: 1);
        await game.JoinAsync(5);
        await game.PlayAsync(rounds: 2);
        await HandleAllAsync();
        await using var context = Storage.Context();
        Assert.Empty(await context.GameSummaries.ToListAsync());

        await game.HostAsync(new HostAction.End());
        await HandleAllAsync();
        await HandleAllAsync();

        var summary = Assert.Single(await context.GameSummaries.AsNoTracking().ToListAsync());
        Assert.Equal(game.State.Quiz.Id, summary.QuizId);
        Assert.Equal(5, summary.Players);
        Assert.Equal(await context.PlayerAnswers.CountAsync(), summary.Answers);
        Assert.Equal(game.State.Players.Sum(player => (long)player.Score), summary.Points);
        Assert.NotNull(summary.StartedAt);

        await Consumer.ForgetAsync(summary.SessionId, default);
        Assert.Empty(await context.GameSummaries.ToListAsync());
        await HandleAllAsync();
        Assert.Equivalent(summary, Assert.Single(await context.GameSummaries.AsNoTracking().ToListAsync()));
    }

    [Fact]
    public void The_last_event_of_a_game_has_the_name_that_consumers_look_for() => Assert.Contains(SessionEventTypes.Finished, EventCodec.Names);

    private async Task HandleAllAsync()
    {
        foreach (var session in (await Storage.Services.GetRequiredService<IEventFeed>().AllAsync()).GroupBy(happened => happened.SessionId))
            await Consumer.HandleAsync(new(session.Key, [.. session]), default);
    }
}
