using Arena.TestKit.Clients;


namespace Arena.Gateway.Tests.Play;

/// <summary>Whole games over real WebSockets.</summary>
public sealed class GameTests(SharedPlayHost shared) : IClassFixture<SharedPlayHost>
{
    private readonly PlayHost _arena = shared.Arena;

    [Fact]
    public async Task A_game_goes_from_the_lobby_to_the_podium_and_the_faster_right_answer_wins()
    {
        await using var table = await _arena.OpenTableAsync(questions: 2);
        var ann = await table.SeatAsync("Ann");
        var bob = await table.SeatAsync("Bob");
        for (var round = 0; round < 2; round++)
        {
            await table.OpenAsync(round);
            Assert.Null((await ann.AnswerAsync(round, round % 4)).Refusal);
            await _arena.AdvanceAsync(TimeSpan.FromSeconds(5));
            Assert.Null((await bob.AnswerAsync(round, round % 4)).Refusal);
            await table.CompleteAsync(round);
            if (round == 0)
                await table.StandingsAsync(round);
        }
        Assert.Null((await table.CommandAsync("advance")).Refusal);
        var podium = (await ann.PhaseAsync("podium")).Phase;

        Assert.Equal(["Ann", "Bob"], podium.GetProperty("podium").EnumerateArray().Select(line => line.GetProperty("nickname").GetString()));
        Assert.Equal([2100, 1850], podium.GetProperty("podium").EnumerateArray().Select(line => line.GetProperty("score").GetInt32()));
        Assert.Equal("completed", podium.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task The_question_closes_when_all_connected_players_have_answered()
    {
        await using var table = await _arena.OpenTableAsync();
        var ann = await table.SeatAsync("Ann");
        var bob = await table.SeatAsync("Bob");
        await table.OpenAsync(0);
        await bob.DisposeAsync();
        await table.ConnectedAsync(1);
        Assert.Null((await ann.AnswerAsync(0, 0)).Refusal);
        await _arena.AdvanceAsync(TimeSpan.FromSeconds(4));

        var reveal = (await table.Host.PhaseAsync("reveal", 0)).Phase;
        Assert.Equal([1, 0, 0, 0], reveal.GetProperty("tally").GetProperty("counts").EnumerateArray().Select(count => count.GetInt32()));
    }

    [Fact]
    public async Task Without_an_answer_from_everyone_the_question_closes_by_its_clock()
    {
        await using var table = await _arena.OpenTableAsync();
        var ann = await table.SeatAsync("Ann");
        await table.SeatAsync("Bob");
        await table.OpenAsync(0);
        Assert.Null((await ann.AnswerAsync(0, 0)).Refusal);
        await _arena.AdvanceAsync(TimeSpan.FromSeconds(19));
        Assert.DoesNotContain(table.Host.Frames, frame => frame.Kind == "reveal");
        await _arena.AdvanceAsync(TimeSpan.FromSeconds(2));

        await table.Host.PhaseAsync("reveal", 0);
    }

    [Fact]
    public async Task All_of_300_simultaneous_answers_count_once_and_totals_equal_the_sum_of_results()
    {
        await using var table = await _arena.OpenTableAsync();
        var players = await Task.WhenAll(Enumerable.Range(0, 300).Select(number => table.SeatAsync($"Player {number}")));
        await table.OpenAsync(0);
        var operations = players.Select(_ => Guid.NewGuid()).ToArray();
        var replies = await Task.WhenAll(players.Zip(operations, (player, operation) => player.AnswerAsync(0, 0, operation)));
        Assert.All(replies, reply => Assert.Null(reply.Refusal));
        var reveal = (await table.CompleteAsync(0)).Phase;

        Assert.Equal(300, reveal.GetProperty("tally").GetProperty("counts")[0].GetInt32());
        foreach (var player in players)
        {
            var seat = await Table.ResultAsync(player, 0);
            var result = seat.GetProperty("result");
            Assert.Equal(1000, result.GetProperty("points").GetInt32());
            Assert.Equal(seat.GetProperty("score").GetInt32(), result.GetProperty("points").GetInt32() + result.GetProperty("streakBonus").GetInt32());
        }
    }

    [Theory]
    [InlineData(10)]
    [InlineData(300)]
    public async Task A_player_gets_at_most_six_frames_a_question_however_many_play(int count)
    {
        await using var table = await _arena.OpenTableAsync(questions: 2);
        var players = await Task.WhenAll(Enumerable.Range(0, count).Select(number => table.SeatAsync($"Player {number}")));
        await table.OpenAsync(0);
        await Task.WhenAll(players.Select(player => player.AnswerAsync(0, 1)));
        await table.CompleteAsync(0);
        await table.StandingsAsync(0);
        await Task.WhenAll(players.Select(player => player.PhaseAsync("standings", 0)));

        var before = players.Select(player => player.Dump.Count).ToArray();
        await table.OpenAsync(1);
        await Task.WhenAll(players.Select(player => player.AnswerAsync(1, 1)));
        await table.CompleteAsync(1);
        Assert.Null((await table.CommandAsync("advance")).Refusal);
        await Task.WhenAll(players.Select(player => player.PhaseAsync("podium")));

        Assert.All(players.Zip(before), pair => Assert.InRange(pair.First.Dump.Count - pair.Second, 1, 6));
    }

    [Fact]
    public async Task A_late_joiner_plays_from_the_open_question_on()
    {
        await using var table = await _arena.OpenTableAsync();
        await table.SeatAsync("Ann");
        await table.OpenAsync(0);
        var late = await table.ConnectAsync();
        var welcome = (await late.JoinAsync(table.Code, "Late")).Accepted;
        Assert.Equal("asking", welcome.GetProperty("session").GetProperty("phase").GetProperty("kind").GetString());
        Assert.Null((await late.AnswerAsync(0, 0)).Refusal);
        await table.RevealAsync(0);

        Assert.Equal("correct", (await Table.ResultAsync(late, 0)).GetProperty("result").GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task A_game_that_was_launched_so_continues_when_its_host_has_vanished()
    {
        await using var table = await _arena.OpenTableAsync(questions: 1, settings: new { getReadyMs = 1000, continueWithoutHost = true });
        var ann = await table.SeatAsync("Ann");
        await table.OpenAsync(0);
        Assert.Null((await ann.AnswerAsync(0, 0)).Refusal);
        await table.CompleteAsync(0);
        await table.Host.DisposeAsync();
        await ann.PhaseAsync("reveal", 0);
        var podium = ann.PhaseAsync("podium");
        while (!podium.IsCompleted)
        {
            await _arena.AdvanceAsync(TimeSpan.FromSeconds(5));
            _ = (await ann.CallAsync("Clock")).Accepted;
        }

        Assert.Equal("completed", (await podium).Phase.GetProperty("reason").GetString());
    }
}
