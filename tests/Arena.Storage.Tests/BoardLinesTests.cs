using Arena.Game.State;
using Arena.Game.Vocabulary;
using Arena.GrainInterfaces;
using Arena.Grains.Ports;
using Arena.Grains.Session;
using Arena.Storage.Boards;
using Arena.Storage.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Storage.Tests;

/// <summary>Boards of games that are really played, on every database.</summary>
public abstract class BoardLinesTests : DatabaseTests
{
    private static readonly BoardKey Ever = new(null, null);

    private BoardGames Consumer => ActivatorUtilities.CreateInstance<BoardGames>(Storage.Services);

    private IBoardLines Boards => Storage.Services.GetRequiredService<IBoardLines>();

    [Fact]
    public async Task A_game_is_on_the_boards_of_its_quiz_and_month_and_the_same_after_a_replay()
    {
        var (ann, bob) = (await AccountAsync("Ann"), await AccountAsync("Bob"));
        var game = await PlayedAsync("AAAAAA", 2, ann, bob);
        Assert.Empty(await Boards.ReadAsync(Ever, 10, default));

        await HandleAllAsync();
        await HandleAllAsync();

        var lines = await Boards.ReadAsync(Ever, 10, default);
        Assert.Equal(
            new[] { (ann, "Ann", game.State.Players[0].Score), (bob, "Bob", game.State.Players[1].Score) }.OrderByDescending(line => line.Score),
            lines.Select(line => (line.Account, line.Name, line.Points)));
        Assert.All(lines, line => Assert.Equal(1, line.Quizzes));
        await using var context = Storage.Context();
        var season = (await context.BoardGames.SingleAsync()).Season;
        Assert.Equal(lines, await Boards.ReadAsync(new(game.State.Quiz.Id, season), 10, default));
        Assert.Empty(await Boards.ReadAsync(new(game.State.Quiz.Id, "1999-01"), 10, default));
        Assert.Empty(await Boards.ReadAsync(new(Guid.NewGuid(), null), 10, default));
        Assert.Single(await Boards.ReadAsync(Ever, 1, default));

        await Consumer.ForgetAsync(game.State.SessionId, default);
        Assert.Empty(await Boards.ReadAsync(Ever, 10, default));
        await HandleAllAsync();
        Assert.Equal(lines, await Boards.ReadAsync(Ever, 10, default));
    }

    [Fact]
    public async Task Of_each_quiz_the_best_game_counts_and_quizzes_add_up()
    {
        var ann = await AccountAsync("Ann");
        var games = new[] { await PlayedAsync("AAAAAA", 1, ann), await PlayedAsync("BBBBBB", 2, ann), await PlayedAsync("CCCCCC", 3, ann) };
        await using var context = Storage.Context();
        // The second is of the first one's quiz.
        await context.GameSessions.Where(row => row.Id == games[1].State.SessionId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.QuizId, games[0].State.Quiz.Id));
        await HandleAllAsync();

        var scores = games.Select(game => game.State.Players[0].Score).ToArray();
        var line = Assert.Single(await Boards.ReadAsync(Ever, 10, default));
        Assert.Equal((Math.Max(scores[0], scores[1]) + scores[2], 2), (line.Points, line.Quizzes));
        Assert.Equal(Math.Max(scores[0], scores[1]), Assert.Single(await Boards.ReadAsync(new(games[0].State.Quiz.Id, null), 10, default)).Points);
    }

    [Fact]
    public async Task Only_accounts_that_opted_in_are_on_boards_and_leave_them_at_once()
    {
        var (ann, bob, cid) = (await AccountAsync("Ann"), await AccountAsync("Bob"), await AccountAsync("Cid"));
        var hidden = await AccountAsync("Hidden", optsIn: false);
        await PlayedAsync("AAAAAA", 1, ann, bob, cid, hidden);
        await HandleAllAsync();
        Assert.Equal(["Ann", "Bob", "Cid"], await NamesAsync());

        await using var context = Storage.Context();
        await context.BoardNames.Where(row => row.UserId == ann).ExecuteDeleteAsync();
        Assert.Equal(["Bob", "Cid"], await NamesAsync());
        await context.Users.Where(row => row.Id == bob).ExecuteDeleteAsync();
        Assert.Equal(["Cid"], await NamesAsync());
    }

    [Fact]
    public async Task A_host_a_removed_player_and_an_abandoned_game_do_not_count()
    {
        var (ann, host, removed) = (await AccountAsync("Ann"), await AccountAsync("Host"), await AccountAsync("Removed"));
        var game = await LaunchedAsync("AAAAAA", ann, host, removed);
        await PlayAsync(game, rounds: 2);
        await game.HostAsync(new HostAction.Kick(2));
        await game.HostAsync(new HostAction.End());
        await using var context = Storage.Context();
        await context.GameSessions.ExecuteUpdateAsync(set => set.SetProperty(row => row.HostId, host));
        await HandleAllAsync();
        Assert.Equal(["Ann"], await NamesAsync());

        await context.EventLog.Where(row => row.Type == Grains.Events.SessionEventTypes.Finished).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.PayloadJson, """{"reason":"abandoned","atMs":1}"""));
        await Consumer.ForgetAsync(game.State.SessionId, default);
        await HandleAllAsync();
        Assert.Empty(await NamesAsync());
    }

    [Fact]
    public async Task The_board_of_a_group_is_of_its_hosts_games_and_of_its_members_who_opted_in_to_it()
    {
        var (host, other) = (await AccountAsync("Host"), await AccountAsync("Other"));
        var (ann, bob, cid) = (await AccountAsync("Ann", optsIn: false), await AccountAsync("Bob"), await AccountAsync("Cid"));
        var hosted = await PlayedAsync("AAAAAA", 2, ann, bob, cid, host);
        var foreign = await PlayedAsync("BBBBBB", 3, ann, bob, cid);
        await HandleAllAsync();
        await using var context = Storage.Context();
        await context.GameSessions.Where(row => row.Id == hosted.State.SessionId).ExecuteUpdateAsync(set => set.SetProperty(row => row.HostId, host));
        await context.GameSessions.Where(row => row.Id == foreign.State.SessionId).ExecuteUpdateAsync(set => set.SetProperty(row => row.HostId, other));
        var (group, empty) = (Guid.NewGuid(), Guid.NewGuid());
        foreach (var id in (Guid[])[group, empty])
            context.Groups.Add(new() { Id = id, HostId = host, Name = "Class", Code = id.ToString() });
        context.GroupMembers.Add(new() { GroupId = group, UserId = ann, Name = "Anna", NameKey = "anna", IsListed = true });
        context.GroupMembers.Add(new() { GroupId = group, UserId = bob, Name = "Bobby", NameKey = "bobby" });
        await context.SaveChangesAsync();

        var line = Assert.Single(await Boards.ReadAsync(new(null, null, group), 10, default));
        Assert.Equal((ann, "Anna", hosted.State.Players[0].Score, 1), (line.Account, line.Name, line.Points, line.Quizzes));
        Assert.Empty(await Boards.ReadAsync(new(null, "1999-01", group), 10, default));
        Assert.Empty(await Boards.ReadAsync(new(null, null, empty), 10, default));
        Assert.Empty(await Boards.ReadAsync(new(null, null, Guid.NewGuid()), 10, default));

        await context.Users.Where(row => row.Id == host).ExecuteDeleteAsync();
        Assert.False(await context.GroupMembers.AnyAsync());
    }

    private async Task<IEnumerable<string>> NamesAsync() => (await Boards.ReadAsync(Ever, 10, default)).Select(line => line.Name).Order(StringComparer.Ordinal);

    /// <summary>A game of so many questions, of which the first player answers all rightly, and the others the first.</summary>
    private async Task<TestGame> PlayedAsync(string code, int rounds, params Guid[] accounts)
    {
        var game = await LaunchedAsync(code, accounts);
        await PlayAsync(game, rounds);
        await game.HostAsync(new HostAction.End());
        Assert.All(game.State.Players, player => Assert.True(player.Score > 0));
        return game;
    }

    private static async Task PlayAsync(TestGame game, int rounds)
    {
        await game.HostAsync(new HostAction.Start());
        for (var round = 0; round < rounds; round++)
        {
            while (game.State.Phase is not Phase.Asking asking || asking.Round != round)
                await game.DueAsync();
            for (var seat = 0; seat < (round == 0 ? game.State.Players.Count : 1); seat++)
                await game.AnswerRightAsync(seat);
            await game.DueAsync();
        }
    }

    private async Task<TestGame> LaunchedAsync(string code, params Guid[] accounts)
    {
        var game = await TestGame.LaunchAsync(Storage.Journal, code, seed: 1);
        await game.JoinAsync(accounts.Length);
        await using var context = Storage.Context();
        foreach (var (account, seat) in accounts.Select((account, seat) => (account, seat)))
        {
            var player = RowIds.Player(game.State.SessionId, seat);
            await context.GamePlayers.Where(row => row.Id == player).ExecuteUpdateAsync(set => set.SetProperty(row => row.UserId, account));
        }
        return game;
    }

    private async Task<Guid> AccountAsync(string name, bool optsIn = true)
    {
        var id = Guid.NewGuid();
        await using var context = Storage.Context();
        context.Users.Add(new() { Id = id, Username = name, NameKey = name });
        if (optsIn)
            context.BoardNames.Add(new() { UserId = id, Name = name, NameKey = name });
        await context.SaveChangesAsync();
        return id;
    }

    private async Task HandleAllAsync()
    {
        foreach (var session in (await Storage.Services.GetRequiredService<IEventFeed>().AllAsync()).GroupBy(happened => happened.SessionId))
            await Consumer.HandleAsync(new(session.Key, [.. session]), default);
    }
}
