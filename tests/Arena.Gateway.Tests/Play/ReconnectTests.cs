using Arena.Game.Vocabulary;
using Arena.TestKit.Clients;

namespace Arena.Gateway.Tests.Play;

/// <summary>Refreshes, lost connections, second tabs and tokens: no player loses a seat or takes another's.</summary>
public sealed class ReconnectTests(SharedPlayHost shared) : IClassFixture<SharedPlayHost>
{
    private readonly PlayHost _arena = shared.Arena;

    [Fact]
    public async Task A_player_who_answers_and_reconnects_keeps_seat_answer_and_score_and_cannot_answer_again()
    {
        await using var table = await _arena.OpenTableAsync();
        await table.SeatAsync("Bob");
        var ann = await table.ConnectAsync();
        var token = (await ann.JoinAsync(table.Code, "Ann")).Accepted.GetProperty("seatToken").GetString()!;
        await table.OpenAsync(0);
        var operation = Guid.NewGuid();
        Assert.Null((await ann.AnswerAsync(0, 0, operation)).Refusal);
        await ann.DisposeAsync();

        var back = await table.ConnectAsync();
        var welcome = (await back.ResumeAsync(token)).Accepted;
        Assert.Equal(1, welcome.GetProperty("seat").GetProperty("seat").GetInt32());
        Assert.Equal(0, welcome.GetProperty("seat").GetProperty("chosen").GetProperty("option").GetInt32());
        Assert.Equal(0, (await back.AnswerAsync(0, 0, operation)).Accepted.GetProperty("answer").GetProperty("option").GetInt32());
        Assert.Equal("alreadyAnswered", (await back.AnswerAsync(0, 1)).Refusal);
        await table.RevealAsync(0);
        Assert.Equal(1000, (await Table.ResultAsync(back, 0)).GetProperty("score").GetInt32());
    }

    [Fact]
    public async Task The_snapshot_contains_everything_a_disconnected_player_missed()
    {
        await using var table = await _arena.OpenTableAsync();
        await table.SeatAsync("Bob");
        var ann = await table.ConnectAsync();
        var token = (await ann.JoinAsync(table.Code, "Ann")).Accepted.GetProperty("seatToken").GetString()!;
        await table.OpenAsync(0);
        Assert.Null((await ann.AnswerAsync(0, 0)).Refusal);
        await ann.DisposeAsync();
        await table.RevealAsync(0);
        await table.StandingsAsync(0);

        var welcome = (await (await table.ConnectAsync()).ResumeAsync(token)).Accepted;
        Assert.Equal("standings", welcome.GetProperty("session").GetProperty("phase").GetProperty("kind").GetString());
        Assert.Equal(1000, welcome.GetProperty("seat").GetProperty("score").GetInt32());
        Assert.Equal([1000], welcome.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("points").GetInt32()));
    }

    [Fact]
    public async Task A_host_can_refresh_in_the_lobby_and_during_the_game()
    {
        await using var table = await _arena.OpenTableAsync();
        var ann = await table.SeatAsync("Ann");
        await table.Host.DisposeAsync();
        var second = await table.ConnectAsync();
        Assert.Equal("lobby", Kind((await second.AttachAsync(table.Launch.HostKey)).Accepted));
        Assert.Null((await second.HostAsync("start", 0)).Refusal);
        await ann.PhaseAsync("getReady", 0);
        await second.DisposeAsync();

        var third = await table.ConnectAsync();
        var welcome = (await third.AttachAsync(table.Launch.HostKey)).Accepted;
        Assert.Equal("getReady", Kind(welcome));
        Assert.Equal("Ann", welcome.GetProperty("host").GetProperty("changed")[0].GetProperty("nickname").GetString());
        await _arena.AdvanceAsync(TimeSpan.FromMilliseconds(GameLimits.RepeatGuardMs));
        Assert.Null((await third.HostAsync("advance", 1)).Refusal);
        await ann.PhaseAsync("asking", 0);
    }

    [Fact]
    public async Task Two_devices_may_host_and_two_clicks_are_one()
    {
        await using var table = await _arena.OpenTableAsync();
        await table.SeatAsync("Ann");
        var phone = await table.ConnectAsync();
        Assert.Null((await phone.AttachAsync(table.Launch.HostKey)).Refusal);
        var replies = await Task.WhenAll(phone.HostAsync("start", 0), table.Host.HostAsync("start", 0));

        Assert.Equal([null, "notNow"], replies.Select(reply => reply.Refusal).Order());
        await phone.PhaseAsync("getReady", 0);
        Assert.DoesNotContain(phone.Frames, frame => frame.Kind == "asking");
    }

    [Fact]
    public async Task A_second_tab_takes_over_the_seat_and_the_first_is_notified_and_refused()
    {
        await using var table = await _arena.OpenTableAsync();
        var first = await table.ConnectAsync();
        var token = (await first.JoinAsync(table.Code, "Ann")).Accepted.GetProperty("seatToken").GetString()!;
        var second = await table.ConnectAsync();
        Assert.Null((await second.ResumeAsync(token)).Refusal);
        var closed = await first.FrameAsync(frame => frame.Target == "Closed", "closed");
        Assert.Equal("replaced", closed.Body.GetProperty("reason").GetString());
        Assert.Equal("notSeated", (await first.AnswerAsync(0, 1)).Refusal);
        await table.OpenAsync(0);

        Assert.Null((await second.AnswerAsync(0, 0)).Refusal);
        Assert.DoesNotContain(first.Frames, frame => frame.Kind == "asking");
    }

    [Fact]
    public async Task Closing_the_first_tab_does_not_disconnect_the_second()
    {
        await using var table = await _arena.OpenTableAsync();
        await table.SeatAsync("Bob");
        var first = await table.ConnectAsync();
        var token = (await first.JoinAsync(table.Code, "Ann")).Accepted.GetProperty("seatToken").GetString()!;
        var second = await table.ConnectAsync();
        Assert.Null((await second.ResumeAsync(token)).Refusal);
        await first.DisposeAsync();
        await table.OpenAsync(0);
        var answer = await second.AnswerAsync(0, 0);
        Assert.Null(answer.Refusal);
        await table.RevealAsync(0);

        Assert.Equal(1000, (await Table.ResultAsync(second, 0)).GetProperty("score").GetInt32());
    }

    [Fact]
    [Asvs("4.4.3", "4.4.4", "9.1.1", "9.1.2", "9.1.3", "9.2.2")]
    public async Task An_invalid_token_is_refused_without_side_effects()
    {
        await using var table = await _arena.OpenTableAsync();
        var ann = await table.ConnectAsync();
        var token = (await ann.JoinAsync(table.Code, "Ann")).Accepted.GetProperty("seatToken").GetString()!;
        var thief = await table.ConnectAsync();
        Assert.Equal("invalidToken", (await thief.ResumeAsync(token[..^4] + "AAAA")).Refusal);
        Assert.Equal("invalidToken", (await thief.ResumeAsync(table.Launch.HostKey)).Refusal);
        Assert.Equal("invalidToken", (await thief.AttachAsync(token)).Refusal);
        Assert.Equal("invalidToken", (await thief.AttachAsync("")).Refusal);
        await table.OpenAsync(0);

        Assert.Null((await ann.AnswerAsync(0, 0)).Refusal);
        Assert.DoesNotContain(ann.Frames, frame => frame.Target == "Closed");
    }

    [Fact]
    public async Task A_kicked_player_is_notified_and_cannot_resume_with_the_token()
    {
        await using var table = await _arena.OpenTableAsync();
        await table.SeatAsync("Bob");
        var ann = await table.ConnectAsync();
        var token = (await ann.JoinAsync(table.Code, "Ann")).Accepted.GetProperty("seatToken").GetString()!;
        Assert.Null((await table.CommandAsync(new { kind = "kick", seat = 1 })).Refusal);
        var closed = await ann.FrameAsync(frame => frame.Target == "Closed", "closed");
        Assert.Equal("kicked", closed.Body.GetProperty("reason").GetString());
        Assert.Equal("notSeated", (await ann.AnswerAsync(0, 0)).Refusal);
        await table.OpenAsync(0);

        Assert.Equal("kicked", (await (await table.ConnectAsync()).ResumeAsync(token)).Refusal);
    }

    [Fact]
    public async Task Joining_twice_with_one_operation_id_leads_to_one_seat()
    {
        await using var table = await _arena.OpenTableAsync();
        var operation = Guid.NewGuid();
        var first = (await (await table.ConnectAsync()).JoinAsync(table.Code, "Ann", operation)).Accepted;
        var again = (await (await table.ConnectAsync()).JoinAsync(table.Code, "Ann", operation)).Accepted;

        Assert.Equal(0, first.GetProperty("seat").GetProperty("seat").GetInt32());
        Assert.Equal(0, again.GetProperty("seat").GetProperty("seat").GetInt32());
        Assert.Equal(1, again.GetProperty("session").GetProperty("playerCount").GetInt32());
    }

    private static string? Kind(System.Text.Json.JsonElement welcome) =>
        welcome.GetProperty("session").GetProperty("phase").GetProperty("kind").GetString();
}
