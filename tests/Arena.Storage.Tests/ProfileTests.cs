using Arena.Game.State;
using Arena.Game.Vocabulary;
using Arena.Grains.Events;
using Arena.Grains.Ports;
using Arena.Grains.Session;
using Arena.Storage.Events;
using Arena.Storage.Model;
using Arena.Storage.Profiles;
using Arena.Storage.Retention;
using Arena.Storage.Tests.Support;
using Arena.Storage.Writing;
using Arena.TestKit.VirtualTime;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Arena.Storage.Tests;

/// <summary>Profiles of players of games that are really played, on every database.</summary>
public abstract class ProfileTests : DatabaseTests
{
    private IDbContextFactory<ArenaDbContext> Contexts => Storage.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>();

    private PlayedGames Consumer =>
        new(Storage.Services.GetRequiredService<EventInbox>(), Storage.Services.GetRequiredService<IBatchWriter>(), Contexts);

    private ProfileReader Profiles => Storage.Services.GetRequiredService<ProfileReader>();

    [Fact]
    public async Task Random_games_are_awarded_once_and_the_same_after_a_second_delivery_and_a_replay()
    {
        var (ann, bob) = (await AccountAsync("Ann"), await AccountAsync("Bob"));
        // 130 seats are more than one write.
        List<TestGame> games = [await PlayedAsync("AAAAAA", seed: 1, players: 130, ann), .. await Task.WhenAll(Enumerable.Range(2, 5).Select(
            seed => PlayedAsync($"AAAAA{seed}", seed, players: 6, ann, bob)))];
        Assert.Equal(0, (await Profiles.ReadAsync(ann, default)).Games);

        await HandleAllAsync();
        var (once, other) = (await TextAsync(ann), await TextAsync(bob));
        foreach (var account in (Guid[])[ann, bob])
        {
            var profile = await Profiles.ReadAsync(account, default);
            Assert.Equal(games.Count(game => SeatOf(game, account) is { Kicked: false, Answers.Count: > 0 }), profile.Games);
            Assert.Equal(games.Sum(game => SeatOf(game, account) is { Kicked: false } own ? own.Answers.Count(answer => answer.Verdict == Verdict.Correct) : 0), profile.Right);
        }
        await HandleAllAsync();
        Assert.Equal((once, other), (await TextAsync(ann), await TextAsync(bob)));

        foreach (var game in games)
            await Consumer.ForgetAsync(game.State.SessionId, default);
        Assert.Equal(0, (await Profiles.ReadAsync(ann, default)).Games);
        await HandleAllAsync();
        Assert.Equal((once, other), (await TextAsync(ann), await TextAsync(bob)));
    }

    [Fact]
    public async Task A_seat_that_is_claimed_after_the_game_counts_and_no_seat_counts_for_a_guest()
    {
        var ann = await AccountAsync("Ann");
        var game = await PlayedAsync("AAAAAA", seed: 1, players: 5);
        await HandleAllAsync();
        Assert.Equal(0, (await Profiles.ReadAsync(ann, default)).Games);
        var answered = game.State.Players.First(player => player is { Kicked: false, Answers.Count: > 0 });
        await ClaimAsync(game, answered.Seat, ann);
        Assert.Equal((1, answered.Answers.Count(answer => answer.Verdict == Verdict.Correct)), await GamesAndRightAsync(ann));
    }

    [Fact]
    public async Task An_abandoned_game_and_the_seat_of_its_host_do_not_count()
    {
        var (ann, host) = (await AccountAsync("Ann"), await AccountAsync("Host"));
        var game = await TestGame.LaunchAsync(Storage.Journal, "AAAAAA", seed: 1);
        await game.JoinAsync(2);
        await ClaimAsync(game, 0, ann);
        await ClaimAsync(game, 1, host);
        await AnsweredAsync(game);
        await using var context = Storage.Context();
        await context.GameSessions.ExecuteUpdateAsync(set => set.SetProperty(row => row.HostId, host));
        await HandleAllAsync();
        Assert.Equal((1, 0), ((await Profiles.ReadAsync(ann, default)).Games, (await Profiles.ReadAsync(host, default)).Games));

        await context.EventLog.Where(row => row.Type == SessionEventTypes.Finished).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.PayloadJson, """{"reason":"abandoned","atMs":1}"""));
        await Consumer.ForgetAsync(game.State.SessionId, default);
        await HandleAllAsync();
        Assert.Equal(0, (await Profiles.ReadAsync(ann, default)).Games);
    }

    [Fact]
    public async Task What_an_account_has_gained_outlives_its_games_and_not_the_account()
    {
        var (ann, host) = (await AccountAsync("Ann"), await AccountAsync("Host"));
        var game = await TestGame.LaunchAsync(Storage.Journal, "AAAAAA", seed: 1);
        await game.JoinAsync(3);
        await ClaimAsync(game, 0, ann);
        await ClaimAsync(game, 1, host);
        await AnsweredAsync(game);
        await using var context = Storage.Context();
        await context.GameSessions.ExecuteUpdateAsync(set => set.SetProperty(row => row.HostId, host));
        await HandleAllAsync();
        Assert.Equal(3, await context.PlayedGames.CountAsync());
        var before = await TextAsync(ann);

        var sweep = new RetentionSweep(
            Contexts, Storage.Services.GetRequiredService<IRetentionStatements>(), Options.Create<RetentionOptions>(new() { EndedSessionDays = 10, RowsABatch = 2 }),
            new ManualTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(game.State.PhaseSinceMs).AddDays(11)));
        Assert.Equal((1, 0), await sweep.RunAsync(default));

        Assert.Equal(ann, (await context.PlayedGames.SingleAsync()).UserId);
        Assert.Equal((before, 0), (await TextAsync(ann), (await Profiles.ReadAsync(host, default)).Games));
        await Consumer.ForgetAsync(game.State.SessionId, default);
        Assert.Equal(before, await TextAsync(ann));

        await context.Users.Where(row => row.Id == ann).ExecuteDeleteAsync();
        Assert.Empty(await context.PlayedGames.AsNoTracking().ToListAsync());
    }

    private async Task<(int Games, int Right)> GamesAndRightAsync(Guid account) =>
        await Profiles.ReadAsync(account, default) is var profile ? (profile.Games, profile.Right) : default;

    private async Task<string> TextAsync(Guid account)
    {
        var profile = await Profiles.ReadAsync(account, default);
        return string.Join('\n', [$"{profile.Experience}", .. profile.Earned.Select(earned => $"{earned}"), .. profile.Awards.Select(award => $"{award.SessionId} {award.Experience}")]);
    }

    private readonly Dictionary<(Guid Session, Guid Account), int> _seats = [];

    private Player? SeatOf(TestGame game, Guid account) =>
        _seats.TryGetValue((game.State.SessionId, account), out var seat) ? game.State.Players[seat] : null;

    /// <summary>A random game, whose first seats are the accounts'.</summary>
    private async Task<TestGame> PlayedAsync(string code, int seed, int players, params Guid[] accounts)
    {
        var game = await TestGame.LaunchAsync(Storage.Journal, code, seed);
        await game.JoinAsync(players);
        foreach (var (seat, account) in accounts.Index())
            await ClaimAsync(game, seat, account);
        await game.PlayAsync(rounds: 3);
        if (!game.State.Ended)
            await game.HostAsync(new HostAction.End());
        return game;
    }

    /// <summary>A game of one question, which everyone answers rightly.</summary>
    private static async Task AnsweredAsync(TestGame game)
    {
        await game.HostAsync(new HostAction.Start());
        while (game.State.Phase is not Phase.Asking)
            await game.DueAsync();
        foreach (var player in game.State.Players)
            await game.AnswerRightAsync(player.Seat);
        await game.DueAsync();
        await game.HostAsync(new HostAction.End());
    }

    private async Task ClaimAsync(TestGame game, int seat, Guid account)
    {
        await using var context = Storage.Context();
        var player = RowIds.Player(game.State.SessionId, seat);
        await context.GamePlayers.Where(row => row.Id == player).ExecuteUpdateAsync(set => set.SetProperty(row => row.UserId, account));
        _seats[(game.State.SessionId, account)] = seat;
    }

    private async Task<Guid> AccountAsync(string name)
    {
        var id = Guid.NewGuid();
        await using var context = Storage.Context();
        context.Users.Add(new() { Id = id, Username = name, NameKey = name });
        await context.SaveChangesAsync();
        return id;
    }

    private async Task HandleAllAsync()
    {
        foreach (var session in (await Storage.Services.GetRequiredService<IEventFeed>().AllAsync()).GroupBy(happened => happened.SessionId))
            await Consumer.HandleAsync(new(session.Key, [.. session]), default);
    }
}
