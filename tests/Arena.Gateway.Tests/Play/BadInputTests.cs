using Arena.Game.Vocabulary;
using Arena.TestKit.Clients;

namespace Arena.Gateway.Tests.Play;

/// <summary>What should not be sent is refused with a code, and changes nothing.</summary>
public sealed class BadInputTests(SharedPlayHost shared) : IClassFixture<SharedPlayHost>
{
    private readonly PlayHost _arena = shared.Arena;

    [Theory]
    [InlineData("")]
    [InlineData("ABC")]
    [InlineData("ZZZZZZ")]
    [InlineData("UUUUUU")]
    [InlineData("'; DROP TABLE quiz; --")]
    [Asvs("1.2.4", "2.2.1")]
    public async Task A_code_without_a_session_is_refused(string code)
    {
        await using var client = await _arena.ConnectAsync();
        Assert.Equal("unknownSession", (await client.CallAsync("Find", code)).Refusal);
        Assert.Equal("unknownSession", (await client.JoinAsync(code, "Ann")).Refusal);
    }

    [Fact]
    public async Task A_code_may_be_typed_with_spaces_hyphens_and_in_lower_case()
    {
        await using var table = await _arena.OpenTableAsync();
        var ann = await table.ConnectAsync();
        var typed = $" {table.Code[..3].ToLowerInvariant()}-{table.Code[3..].ToLowerInvariant()}".Replace('0', 'o');
        Assert.Equal("Counting", (await ann.CallAsync("Find", typed)).Accepted.GetProperty("title").GetString());
        Assert.Null((await ann.JoinAsync(typed, "Ann")).Refusal);
    }

    [Theory]
    [InlineData("", "nicknameEmpty")]
    [InlineData("   ", "nicknameEmpty")]
    [InlineData("\u200b\u200d\u2060", "nicknameEmpty")]
    [InlineData("\u202e\u2066", "nicknameEmpty")]
    [InlineData("abcdefghijklmnopqrstu", "nicknameTooLong")]
    [InlineData("ann", "nicknameTaken")]
    [InlineData("A\u200bnn", "nicknameTaken")]
    [InlineData("Ａｎｎ", "nicknameTaken")]
    [InlineData("Аnn", "nicknameTaken")]
    [InlineData("F.u.c.k", "nicknameUnfit")]
    public async Task A_name_that_is_invisible_too_long_taken_or_unfit_is_refused(string nickname, string refusal)
    {
        await using var table = await _arena.OpenTableAsync();
        await table.SeatAsync("Ann");
        Assert.Equal(refusal, (await (await table.ConnectAsync()).JoinAsync(table.Code, nickname)).Refusal);
    }

    [Theory]
    [InlineData(GameLimits.Faces, "outOfRange")]
    [InlineData(-1, "outOfRange")]
    public async Task A_face_out_of_range_is_refused(int face, string refusal)
    {
        await using var table = await _arena.OpenTableAsync();
        var ann = await table.ConnectAsync();
        var reply = await ann.CallAsync("Join", new { code = table.Code, nickname = "Ann", operationId = Guid.NewGuid(), face });
        Assert.Equal(refusal, reply.Refusal);
    }

    [Theory]
    [InlineData(0, 0, "outOfRange")]
    [InlineData(2, 2, "outOfRange")]
    [InlineData(2, -1, "outOfRange")]
    [InlineData(2, 1, null)]
    public async Task A_team_that_does_not_exist_is_refused(int teams, int team, string? refusal)
    {
        await using var table = await _arena.OpenTableAsync(settings: new { teams });
        var ann = await table.ConnectAsync();
        var summary = (await ann.CallAsync("Find", table.Code)).Accepted;
        Assert.Equal(teams, summary.GetProperty("teams").GetInt32());
        Assert.Equal(refusal, (await ann.CallAsync("Join", new { code = table.Code, nickname = "Ann", operationId = Guid.NewGuid(), team })).Refusal);
    }

    [Fact]
    public async Task Everyone_sees_a_picked_face_and_a_client_without_faces_gets_a_default()
    {
        await using var table = await _arena.OpenTableAsync();
        var (ann, bob) = (await table.ConnectAsync(), await table.ConnectAsync());
        var picked = await ann.CallAsync("Join", new { code = table.Code, nickname = "Ann", operationId = Guid.NewGuid(), face = 300 });
        var plain = (await bob.JoinAsync(table.Code, "Bob")).Accepted;
        Assert.Equal(300, picked.Accepted.GetProperty("seat").GetProperty("face").GetInt32());
        Assert.Equal(73, plain.GetProperty("seat").GetProperty("face").GetInt32());
        var lobby = plain.GetProperty("session").GetProperty("phase");
        Assert.Equal("""["Bob","Ann"] [73,300]""", $"{lobby.GetProperty("newest")} {lobby.GetProperty("faces")}");
    }

    [Fact]
    public async Task A_name_of_ten_thousand_characters_is_refused_and_the_connection_lives()
    {
        await using var table = await _arena.OpenTableAsync();
        var ann = await table.ConnectAsync();
        Assert.Equal("invalidMessage", (await ann.JoinAsync(table.Code, new string('x', 10_000))).Refusal);
        Assert.Equal("nicknameTooLong", (await ann.JoinAsync(table.Code, new string('x', 2_000))).Refusal);
        Assert.Null((await ann.JoinAsync(table.Code, "Ann")).Refusal);
    }

    [Fact]
    [Asvs("2.3.2")]
    public async Task Full_locked_closed_to_late_joiners_and_ended_sessions_say_so()
    {
        await using var table = await _arena.OpenTableAsync(questions: 1, settings: new { maxPlayers = 1, lateJoin = false, getReadyMs = 1000 });
        await table.SeatAsync("Ann");
        var eve = await table.ConnectAsync();
        Assert.Equal("sessionFull", (await eve.JoinAsync(table.Code, "Eve")).Refusal);
        Assert.Null((await table.CommandAsync("lock")).Refusal);
        Assert.Equal("sessionLocked", (await eve.JoinAsync(table.Code, "Eve")).Refusal);
        Assert.Null((await table.CommandAsync("unlock")).Refusal);
        await table.OpenAsync(0);
        Assert.Equal("noLateJoin", (await eve.JoinAsync(table.Code, "Eve")).Refusal);
        Assert.Null((await table.CommandAsync("end")).Refusal);
        Assert.Equal("sessionEnded", (await eve.JoinAsync(table.Code, "Eve")).Refusal);
        Assert.Equal("sessionEnded", (await table.CommandAsync("pause")).Refusal);
    }

    [Fact]
    public async Task An_answer_too_early_too_late_twice_or_of_no_option_is_refused()
    {
        await using var table = await _arena.OpenTableAsync();
        var ann = await table.SeatAsync("Ann");
        await table.SeatAsync("Bob");
        Assert.Equal("tooEarly", (await ann.AnswerAsync(0, 0)).Refusal);
        _ = (await table.CommandAsync("start")).Accepted;
        await ann.PhaseAsync("getReady", 0);
        Assert.Equal("tooEarly", (await ann.AnswerAsync(0, 0)).Refusal);
        await _arena.AdvanceAsync(TimeSpan.FromSeconds(1));
        await ann.PhaseAsync("asking", 0);
        Assert.Equal("tooEarly", (await ann.AnswerAsync(0, 0)).Refusal);
        await _arena.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal("unknownOption", (await ann.AnswerAsync(0, 4)).Refusal);
        Assert.Equal("unknownOption", (await ann.AnswerAsync(0, -1)).Refusal);
        Assert.Equal("tooEarly", (await ann.AnswerAsync(1, 0)).Refusal);
        Assert.Equal("outOfRange", (await ann.AnswerAsync(99, 0)).Refusal);
        Assert.Equal("invalidMessage", (await ann.AnswerAsync(0, 0, Guid.Empty)).Refusal);
        Assert.Null((await ann.AnswerAsync(0, 2)).Refusal);
        Assert.Equal("alreadyAnswered", (await ann.AnswerAsync(0, 0)).Refusal);
        await table.RevealAsync(0);

        Assert.Equal("tooLate", (await (await table.SeatAsync("Cid")).AnswerAsync(0, 0)).Refusal);
        Assert.Equal([0, 0, 1, 0], (await ann.PhaseAsync("reveal", 0)).Phase.GetProperty("tally").GetProperty("counts").EnumerateArray().Select(count => count.GetInt32()));
    }

    [Theory]
    [InlineData("""{"type":1,"invocationId":"7","target":"Answer","arguments":[{"round":"zero","answer":{},"operationId":1}]}""")]
    [InlineData("""{"type":1,"invocationId":"7","target":"Answer","arguments":[]}""")]
    [InlineData("""{"type":1,"invocationId":"7","target":"Nothing","arguments":[]}""")]
    [InlineData("""{"type":1,"invocationId":"7","target":"Answer","arguments":[{"round":0,"operationId":"6f9619ff-8b86-d011-b42d-00c04fc964ff"}]}""")]
    [InlineData("""{"type":1,"invocationId":"7","target":"Join","arguments":[null]}""")]
    [Asvs("1.1.1", "2.2.1", "2.2.2", "2.2.3")]
    public async Task A_call_of_the_wrong_form_is_refused_and_the_connection_lives(string frame)
    {
        await using var table = await _arena.OpenTableAsync();
        var ann = await table.SeatAsync("Ann");
        Assert.Equal("invalidMessage", (await ann.CallRawAsync("7", frame)).Refusal);
        Assert.Null((await ann.CallAsync("Clock")).Refusal);
    }

    [Theory]
    [InlineData("""{"kind":"explode"}""")]
    [InlineData("""{"kind":"kick"}""")]
    [InlineData("""{"kind":"kick","seat":"0"}""")]
    [InlineData("""{"kind":"kick","seat":null}""")]
    [InlineData("""{"kind":"grantTime","seat":0,"time":"forever"}""")]
    [InlineData("""{"kind":7}""")]
    [InlineData("""{"seat":0}""")]
    [InlineData(""" "lock" """)]
    [InlineData("null")]
    [Asvs("2.2.1")]
    public async Task A_host_action_that_is_unknown_or_malformed_is_refused_and_changes_nothing(string action)
    {
        await using var table = await _arena.OpenTableAsync();
        await table.SeatAsync("Ann");
        var reply = await table.CommandAsync(System.Text.Json.Nodes.JsonNode.Parse(action)!);
        Assert.Equal("invalidMessage", reply.Refusal);
        var host = (await table.Host.AttachAsync(table.Launch.HostKey)).Accepted.GetProperty("host");
        Assert.False(Assert.Single(host.GetProperty("changed").EnumerateArray()).GetProperty("kicked").GetBoolean());
    }

    [Fact]
    public async Task What_a_host_action_needs_may_be_written_in_any_order_and_what_it_does_not_is_ignored()
    {
        await using var table = await _arena.OpenTableAsync();
        await table.SeatAsync("Ann");
        Assert.Null((await table.CommandAsync(new { seat = 0, seats = (int[])[0], unfit = true, nickname = "Zoe", kind = "rename" })).Refusal);
    }

    [Fact]
    public async Task A_call_without_its_argument_is_an_invalid_message_and_not_an_unknown_outcome()
    {
        await using var client = await _arena.ConnectAsync();
        foreach (var method in (string[])["Find", "Join", "Resume", "Answer", "Attach", "Command"])
            Assert.Equal("invalidMessage", (await client.CallAsync(method, [null])).Refusal);
    }

    [Fact]
    public async Task Broken_JSON_closes_that_connection_alone_and_the_seat_can_be_resumed()
    {
        await using var table = await _arena.OpenTableAsync();
        var bob = await table.SeatAsync("Bob");
        var ann = await table.ConnectAsync();
        var token = (await ann.JoinAsync(table.Code, "Ann")).Accepted.GetProperty("seatToken").GetString()!;
        await ann.SendRawAsync("{\"type\":1,\"target\":");
        Assert.NotNull(await ann.Closed);

        Assert.Null((await bob.CallAsync("Clock")).Refusal);
        Assert.Null((await (await table.ConnectAsync()).ResumeAsync(token)).Refusal);
    }

    [Fact]
    [Asvs("2.4.1")]
    public async Task A_flood_of_messages_is_refused()
    {
        await using var arena = new PlayHost(new() { ["Arena:Gateway:MessageBurst"] = "30" });
        await using var client = await arena.ConnectAsync();
        var replies = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => client.CallAsync("Clock")));

        Assert.Contains(replies, reply => reply.Refusal == "tooFast");
        Assert.Contains(replies, reply => reply.Refusal is null);
    }

    [Fact]
    [Asvs("3.5.1", "4.4.2")]
    public async Task A_page_of_another_origin_cannot_open_the_hub()
    {
        await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(() => HubClient.ConnectAsync(_arena.Address, "https://elsewhere.example"));
        await using var own = await HubClient.ConnectAsync(_arena.Address, _arena.Address.GetLeftPart(UriPartial.Authority));
        Assert.Null((await own.CallAsync("Clock")).Refusal);
    }
}
