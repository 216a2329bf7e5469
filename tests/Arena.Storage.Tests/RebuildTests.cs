using System.Text.Json;
using Arena.Game.Vocabulary;
using Arena.Grains.Configuration;
using Arena.Grains.Events;
using Arena.Grains.Ports;
using Arena.Storage.Boards;
using Arena.Storage.Events;
using Arena.Storage.Profiles;
using Arena.Storage.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Arena.Storage.Tests;

/// <summary><c>arena events replay</c>, run as an operator does, and what consumers then make of it, on every database.</summary>
public abstract class RebuildTests : DatabaseTests
{
    private static readonly string[] Names = ["boards", "game-figures", "game-summaries", "profiles"];

    [Fact]
    public async Task Rows_that_are_rebuilt_from_the_log_equal_those_before()
    {
        var games = new[] { await PlayedAsync("AAAAAA"), await PlayedAsync("BBBBBB") };
        var feed = Storage.Services.GetRequiredService<IEventFeed>();
        foreach (var session in (await feed.AllAsync()).GroupBy(happened => happened.SessionId))
            await (await OpenAsync(session.Key)).DeliverAsync([.. session]);
        var before = await DerivedAsync();
        Assert.Equal(2, JsonDocument.Parse(before[0]).RootElement.GetArrayLength());
        await using (var context = Storage.Context())
        {
            await context.BoardGames.ExecuteUpdateAsync(set => set.SetProperty(row => row.Season, "1999-01"));
            await context.GameFigures.ExecuteUpdateAsync(set => set.SetProperty(row => row.Players, 99));
            await context.QuestionFigures.ExecuteDeleteAsync();
            await context.GameSummaries.ExecuteUpdateAsync(set => set.SetProperty(row => row.Points, 99));
        }
        Assert.NotEqual(before, await DerivedAsync());

        foreach (var name in Names)
        {
            var (exit, output, errors) = await ReplayAsync(name);
            Assert.Equal((0, "", $"{name} starts over in 2 games. Administrators see in how many it is still behind."), (exit, errors, output.Trim()));
        }
        foreach (var game in games)
        {
            var consumers = await OpenAsync(game.State.SessionId);
            foreach (var name in Names)
                await consumers.CatchUpAsync(name);
        }

        Assert.Equal(before, await DerivedAsync());
        await using var after = Storage.Context();
        Assert.False(await after.EventBacklogs.AnyAsync());
    }

    [Fact]
    public async Task A_position_limits_a_replay_to_the_games_with_an_event_behind_it()
    {
        await PlayedAsync("AAAAAA");
        await using var context = Storage.Context();
        var position = await context.EventLog.MaxAsync(row => row.Id);
        var later = await PlayedAsync("BBBBBB");

        var (exit, _, errors) = await ReplayAsync("boards", "--after", $"{position}");

        Assert.Equal((0, ""), (exit, errors));
        Assert.Equal(later.State.SessionId, (await context.EventBacklogs.SingleAsync()).SessionId);
    }

    [Theory]
    [InlineData("No consumer is called 'reports'. Give boards, game-figures, game-summaries, homework or profiles.", "reports")]
    [InlineData("No consumer is called 'webhooks'. Give boards, game-figures, game-summaries, homework or profiles.", "webhooks")]
    [InlineData("--after is -1. Give a position of the log, 0 or more.", "boards", "--after", "-1")]
    public async Task A_replay_that_cannot_be_is_refused_with_the_reason(string reason, params string[] arguments)
    {
        var (exit, _, errors) = await ReplayAsync(arguments);
        Assert.Equal((2, reason), (exit, errors.Trim()));
        await using var context = Storage.Context();
        Assert.False(await context.EventBacklogs.AnyAsync());
    }

    private Task<(int Exit, string Output, string Errors)> ReplayAsync(params string[] arguments) => OperatorProgram.RunAsync([
        "events", "replay", .. arguments,
        .. Database.Settings.TryGetValue("Arena:Storage:Path", out var file)
            ? (string[])["--sqlite", file!]
            : ["--postgres", Database.Settings["Arena:Storage:ConnectionString"]!],
    ]);

    private async Task<TestGame> PlayedAsync(string code)
    {
        var game = await TestGame.LaunchAsync(Storage.Journal, code, seed: 1);
        await game.JoinAsync(3);
        await game.PlayAsync(rounds: 2);
        await game.HostAsync(new HostAction.End());
        return game;
    }

    /// <summary>The consumers of a session, as a silo runs them.</summary>
    private async Task<SessionConsumers> OpenAsync(Guid session)
    {
        var services = Storage.Services;
        var inbox = services.GetRequiredService<EventInbox>();
        var consumers = new SessionConsumers(
            session,
            new([ActivatorUtilities.CreateInstance<BoardGames>(services), ActivatorUtilities.CreateInstance<GameFigures>(services), new GameSummaries(inbox), ActivatorUtilities.CreateInstance<PlayedGames>(services)]),
            services.GetRequiredService<IEventFeed>(),
            services.GetRequiredService<IEventDeliveries>(),
            TimeProvider.System,
            Options.Create(new EventOptions()),
            NullLogger<SessionConsumers>.Instance);
        await consumers.OpenAsync(default);
        return consumers;
    }

    private async Task<string[]> DerivedAsync()
    {
        await using var context = Storage.Context();
        return
        [
            JsonSerializer.Serialize(await context.BoardGames.AsNoTracking().OrderBy(row => row.SessionId).ToListAsync()),
            JsonSerializer.Serialize(await context.GameFigures.AsNoTracking().OrderBy(row => row.SessionId).ToListAsync()),
            JsonSerializer.Serialize(await context.QuestionFigures.AsNoTracking().OrderBy(row => row.SessionId).ThenBy(row => row.Round).ToListAsync()),
            JsonSerializer.Serialize(await context.PlayedGames.AsNoTracking().OrderBy(row => row.SessionId).ThenBy(row => row.PlayerId).ToListAsync()),
            JsonSerializer.Serialize(await context.GameSummaries.AsNoTracking().OrderBy(row => row.SessionId).ToListAsync()),
        ];
    }
}
