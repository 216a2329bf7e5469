using Arena.Game.Vocabulary;
using Arena.Grains.Ports;
using Arena.Storage.Boards;
using Arena.Storage.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Storage.Tests;

/// <summary>Which games count on boards, on every database.</summary>
public abstract class BoardGamesTests : DatabaseTests
{
    [Theory]
    [InlineData("{}", true)]
    [InlineData("""{"mode":{"kind":"survivor","misses":2}}""", true)]
    [InlineData("""{"mode":{"kind":"race","points":5000}}""", true)]
    [InlineData("""{"mode":{"kind":"confidence"}}""", false)]
    [InlineData("""{"mode":{"kind":"sharedDevice","talkMs":0}}""", false)]
    [InlineData("""{"powerUps":{"kinds":["shield"],"earning":"both"}}""", false)]
    public async Task A_game_counts_where_the_points_are_earned_by_a_players_answers(string settings, bool counts)
    {
        var game = await TestGame.LaunchAsync(Storage.Journal, "AAAAAA", seed: 1);
        await game.JoinAsync(1);
        await game.HostAsync(new HostAction.End());
        await using var context = Storage.Context();
        await context.GameSessions.ExecuteUpdateAsync(set => set.SetProperty(row => row.ConfigJson, settings));

        var events = await Storage.Services.GetRequiredService<IEventFeed>().AllAsync();
        await ActivatorUtilities.CreateInstance<BoardGames>(Storage.Services).HandleAsync(new(game.State.SessionId, [.. events]), default);

        Assert.Equal(counts, await context.BoardGames.AnyAsync());
    }
}
