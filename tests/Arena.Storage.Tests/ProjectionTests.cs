using Arena.Game.Commands;
using Arena.Game.State;
using Arena.Game.Vocabulary;
using Arena.Grains;
using Arena.Grains.Ports;
using Arena.Storage.Model;
using Arena.Storage.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Tests;

/// <summary>The rows that people query are written with the events they come from, on every database.</summary>
public abstract class ProjectionTests : DatabaseTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_games_rows_match_its_log_at_every_moment(int seed)
    {
        var game = await TestGame.LaunchAsync(Storage.Journal, "AAAAAA", seed);
        await game.JoinAsync(30);
        await RowsAreWhatTheLogTellsAsync("AAAAAA");
        for (var round = 0; round < 4; round++)
        {
            game = await TestGame.ReopenAsync(Storage.Journal, "AAAAAA", seed + round);
            await game.PlayAsync(1);
            await RowsAreWhatTheLogTellsAsync("AAAAAA");
        }
    }

    [Fact]
    public async Task Answers_to_a_skipped_question_stay_and_award_nothing()
    {
        var game = await TestGame.LaunchAsync(Storage.Journal, "AAAAAA", seed: 1);
        await game.JoinAsync(10);
        await game.HostAsync(new HostAction.Start());
        await game.DueAsync();
        await game.AnswerAsync(share: 1);
        Assert.Contains(await AwardsAsync(), award => award > 0);

        await game.HostAsync(new HostAction.Skip());
        Assert.Contains(await AwardsAsync(), award => award > 0);
        await RowsAreWhatTheLogTellsAsync("AAAAAA");
        await game.DueAsync();

        Assert.Equal(Enumerable.Repeat(0, 10), await AwardsAsync());
        await RowsAreWhatTheLogTellsAsync("AAAAAA");
    }

    [Fact]
    public async Task Answers_to_a_question_whose_skip_was_undone_award_what_they_did()
    {
        var game = await TestGame.LaunchAsync(Storage.Journal, "AAAAAA", seed: 1);
        await game.JoinAsync(10);
        await game.HostAsync(new HostAction.Start());
        await game.DueAsync();
        await game.AnswerAsync(share: 1);
        var awarded = await AwardsAsync();

        await game.HostAsync(new HostAction.Skip());
        await game.HostAsync(new HostAction.UndoSkip());
        await game.DueAsync();

        Assert.Equal(awarded, await AwardsAsync());
        await RowsAreWhatTheLogTellsAsync("AAAAAA");
    }

    /// <summary>A player in the last place comes back, and uses the second chance that this brings.</summary>
    [Fact]
    public async Task The_row_of_two_answers_is_that_of_the_one_that_counts()
    {
        var game = await TestGame.LaunchAsync(
            Storage.Journal, "AAAAAA", seed: 1, powerUps: new() { Kinds = [PowerUpKind.SecondChance], Earning = PowerUpEarning.Comeback });
        await game.JoinAsync(2);
        await game.HostAsync(new HostAction.Start());
        foreach (var seat in new[] { 1, 0 })
        {
            await OpenAsync();
            await game.AnswerRightAsync(seat);
            await game.DueAsync();
        }
        await OpenAsync();
        await game.AnswerAsync(seat: 0, ChoiceAnswer.Of(1));
        await game.UsePowerUpAsync(seat: 0, PowerUpKind.SecondChance);
        await game.AnswerRightAsync(seat: 0);
        await RowsAreWhatTheLogTellsAsync("AAAAAA");
        await game.DueAsync();
        await RowsAreWhatTheLogTellsAsync("AAAAAA");
        var second = game.State.Players[0].Answers[^1];
        Assert.Equal((true, 500), (second.IsSecond, second.Points));
        await using var context = Storage.Context();
        Assert.Equal(1, await context.PlayerAnswers.CountAsync(row => row.ScoreAwarded == 500 + second.StreakBonus));

        async Task OpenAsync()
        {
            while (game.State.Phase is not Phase.Asking)
                await game.DueAsync();
        }
    }

    [Fact]
    public async Task A_kicked_players_open_answer_awards_nothing_and_the_closed_ones_stay()
    {
        var game = await TestGame.LaunchAsync(Storage.Journal, "AAAAAA", seed: 1);
        await game.JoinAsync(1);
        await game.HostAsync(new HostAction.Start());
        await game.DueAsync();
        await game.AnswerRightAsync(seat: 0);
        await game.DueAsync();
        await game.JoinAsync(1);
        while (game.State.Phase is not Phase.Asking)
            await game.DueAsync();
        await game.AnswerRightAsync(seat: 0);

        await game.HostAsync(new HostAction.Kick(0));

        Assert.Equal([0, 1_000], await AwardsAsync());
        await RowsAreWhatTheLogTellsAsync("AAAAAA");
    }

    [Fact]
    public async Task A_text_that_a_host_accepts_awards_its_points_to_all_who_typed_it()
    {
        var game = await TestGame.LaunchTypedAsync(Storage.Journal, "AAAAAA");
        await game.JoinAsync(3);
        await game.HostAsync(new HostAction.Start());
        await game.DueAsync();
        await game.AnswerAsync(0, new TextAnswer("Berna"));
        await game.AnswerAsync(1, new TextAnswer("Basel"));
        await game.AnswerAsync(2, new TextAnswer("Bern"));
        await game.DueAsync();
        Assert.Equal([0, 0, 1_000], await AwardsAsync());

        await game.HostAsync(new HostAction.AcceptAnswer(0, "Berna"));

        Assert.Equal([0, 1_000, 1_000], await AwardsAsync());
        await RowsAreWhatTheLogTellsAsync("AAAAAA");
    }

    [Fact]
    public async Task The_end_of_a_game_stores_the_ranks_of_its_podium_and_none_of_a_kicked_player()
    {
        var game = await TestGame.LaunchAsync(Storage.Journal, "AAAAAA", seed: 1);
        await game.JoinAsync(12);
        await game.PlayAsync(2);
        await game.HostAsync(new HostAction.Kick(3));
        Assert.All(await FinalRanksAsync(), rank => Assert.Null(rank));

        await game.HostAsync(new HostAction.End());

        Assert.Equal(game.State.Players.Select(player => player.Rank == 0 ? (int?)null : player.Rank).Order(), (await FinalRanksAsync()).Order());
        Assert.Contains(null, await FinalRanksAsync());
        await RowsAreWhatTheLogTellsAsync("AAAAAA");
    }

    [Fact]
    public async Task A_fenced_append_writes_no_row()
    {
        var stale = await TestGame.LaunchAsync(Storage.Journal, "AAAAAA", seed: 1);
        await Storage.Journal.OpenedAsync("AAAAAA");

        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => stale.JoinAsync(3));

        await using var context = Storage.Context();
        Assert.Equal(0, await context.GamePlayers.CountAsync());
    }

    [Fact]
    public async Task A_renamed_player_s_row_has_the_last_name_also_right_after_the_join()
    {
        var game = await TestGame.LaunchAsync(Storage.Journal, "AAAAAA", seed: 1);
        await game.JoinAsync(2);
        await game.SubmitAsync(
            new GameCommand.Join(Guid.NewGuid(), "Late"), Rename(0, "Ann"), Rename(1, "Bob"), Rename(1, "Bea"), Rename(2, "Cid"));

        await RowsAreWhatTheLogTellsAsync("AAAAAA");
        await using var context = Storage.Context();
        Assert.Equal(["Ann", "Bea", "Cid"], await context.GamePlayers.Select(row => row.Nickname).Order().ToListAsync());

        static GameCommand Rename(int seat, string nickname) => new GameCommand.Host(Guid.NewGuid(), 0, new HostAction.Rename(seat, nickname));
    }

    [Fact]
    public async Task A_game_that_ends_in_its_lobby_was_never_started()
    {
        var game = await TestGame.LaunchAsync(Storage.Journal, "AAAAAA", seed: 1);
        await game.HostAsync(new HostAction.End());

        await using var context = Storage.Context();
        var session = await context.GameSessions.SingleAsync();
        Assert.Equal((SessionStatus.Ended, null, true), (session.Status, session.StartedAt, session.EndedAt is not null));
    }

    [Fact]
    public async Task A_player_has_one_answer_to_a_question()
    {
        var owner = await Storage.Journal.BeginAsync("AAAAAA");
        var player = new PlayerJoining(Guid.NewGuid(), "Ann", 1);
        var answer = new AnswerGiven(Guid.NewGuid(), Guid.NewGuid(), player.PlayerId, """{"kind":"choice","option":1}""", 5, 3, 900);
        await Storage.Journal.AppendAsync(
            new(owner.SessionId, owner.Epoch, 1, Sessions.Entries("a")) { Changes = new() { Joined = [player], Answers = [answer] } }, default);

        await Assert.ThrowsAnyAsync<Exception>(() => Storage.Journal.AppendAsync(
            new(owner.SessionId, owner.Epoch, 2, Sessions.Entries("b")) { Changes = new() { Answers = [answer with { AnswerId = Guid.NewGuid() }] } },
            default));

        Assert.Equal([900], await AwardsAsync());
        Assert.Equal(2, (await Storage.Journal.OpenedAsync("AAAAAA")).Version);
    }

    private async Task<List<int?>> FinalRanksAsync()
    {
        await using var context = Storage.Context();
        return await context.ScoreAggregates.Select(row => row.FinalRank).ToListAsync();
    }

    private async Task<List<int>> AwardsAsync()
    {
        await using var context = Storage.Context();
        return await context.PlayerAnswers.Select(row => row.ScoreAwarded).Order().ToListAsync();
    }

    private async Task RowsAreWhatTheLogTellsAsync(string code)
    {
        await using var context = Storage.Context();
        var session = await context.GameSessions.SingleAsync(row => row.Code == code);
        var log = await context.EventLog.Where(row => row.SessionId == session.Id).OrderBy(row => row.Version).ToListAsync();
        var told = SessionReplay.Of(log.Select(row => new JournalEntry(row.Type, row.PayloadJson, row.CreatedAt.ToUnixTimeMilliseconds())));
        Assert.Empty(told.Contradictions);
        Assert.Equal((told.StartedAtMs, told.EndedAtMs), (session.StartedAt?.ToUnixTimeMilliseconds(), session.EndedAt?.ToUnixTimeMilliseconds()));
        Assert.Equal(told.EndedAtMs is null ? SessionStatus.Live : SessionStatus.Ended, session.Status);
        Assert.Equal(
            told.Players.Values.ToHashSet(),
            (await context.GamePlayers.ToListAsync()).Select(row => new PlayerJoining(row.Id, row.Nickname, row.JoinAt.ToUnixTimeMilliseconds())).ToHashSet());
        Assert.Equal(
            told.Answers.Values.Select(answer => answer with { PayloadJson = "" }).ToHashSet(),
            (await context.PlayerAnswers.ToListAsync()).Select(row => new AnswerGiven(
                row.Id, row.QuestionId, row.PlayerId, "", row.AnsweredAt.ToUnixTimeMilliseconds(), row.LatencyMs, row.ScoreAwarded)).ToHashSet());
        Assert.Equal(
            told.Scores.Values.Select(score => (score.PlayerId, score.Total, score.Streak, score.FinalRank)).ToHashSet(),
            (await context.ScoreAggregates.ToListAsync()).Select(row => (row.PlayerId, row.TotalScore, row.StreakCount, row.FinalRank)).ToHashSet());
    }
}
