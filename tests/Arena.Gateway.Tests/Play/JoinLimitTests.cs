using System.Text.Json;
using Arena.TestKit.Clients;

namespace Arena.Gateway.Tests.Play;

/// <summary>A game's seats and its queue do not belong to the fastest client.</summary>
public sealed class JoinLimitTests
{
    /// <summary>After the first player the next one waits.</summary>
    private static readonly Dictionary<string, string> OneASecond = new() { ["Arena:Game:JoinsPerSecond"] = "1", ["Arena:Game:JoinBurst"] = "1" };

    /// <summary>The place of the caller after the one who was admitted.</summary>
    private const int Next = 2;

    [Fact]
    [Asvs("2.4.1", "15.2.2")]
    public async Task A_request_that_is_malformed_takes_no_place_in_the_queue()
    {
        await using var arena = new PlayHost(OneASecond);
        await using var table = await arena.OpenTableAsync();
        await table.SeatAsync("Ann");
        var robot = await table.ConnectAsync();
        for (var attempt = 0; attempt < 20; attempt++)
        {
            Assert.Equal("nicknameEmpty", (await robot.JoinAsync(table.Code, " ")).Refusal);
            Assert.Equal("nicknameTooLong", (await robot.JoinAsync(table.Code, new('x', 21))).Refusal);
            Assert.Equal("outOfRange", (await robot.CallAsync("Join", new { code = table.Code, nickname = "Eve", operationId = Guid.NewGuid(), face = -1 })).Refusal);
            Assert.Equal("outOfRange", (await robot.CallAsync("Join", new { code = table.Code, nickname = "Eve", operationId = Guid.NewGuid(), team = 8 })).Refusal);
        }
        Assert.Equal(Next, Place(await (await table.ConnectAsync()).JoinAsync(table.Code, "Bob")));
    }

    [Fact]
    public async Task A_connection_has_one_place_in_the_queue_for_all_its_joins()
    {
        await using var arena = new PlayHost(OneASecond);
        await using var table = await arena.OpenTableAsync();
        await table.SeatAsync("Ann");
        var robot = await table.ConnectAsync();
        for (var attempt = 0; attempt < 20; attempt++)
            Assert.Equal(Next, Place(await robot.JoinAsync(table.Code, $"Eve {attempt}")));
        Assert.Equal(Next + 1, Place(await (await table.ConnectAsync()).JoinAsync(table.Code, "Bob")));
        // A caller who corrects the name keeps the place.
        await arena.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal("Eve", (await robot.JoinAsync(table.Code, "Eve")).Accepted.GetProperty("seat").GetProperty("nickname").GetString());
    }

    [Fact]
    public async Task Refused_joins_of_one_connection_are_rate_limited()
    {
        await using var arena = new PlayHost();
        await using var table = await arena.OpenTableAsync();
        await table.SeatAsync("Ann");
        var robot = await table.ConnectAsync();
        for (var attempt = 0; attempt < 10; attempt++)
            Assert.Equal("nicknameTaken", (await robot.JoinAsync(table.Code, "Ann")).Refusal);
        Assert.Equal("tooFast", (await robot.JoinAsync(table.Code, "Ann")).Refusal);
        await arena.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Null((await robot.JoinAsync(table.Code, "Eve")).Refusal);
    }

    [Fact]
    [Asvs("2.4.1")]
    public async Task The_seats_of_a_network_are_limited_and_a_removed_player_frees_one()
    {
        await using var arena = new PlayHost(new() { ["Arena:Game:MaxSeatsPerAddress"] = "2" });
        await using var table = await arena.OpenTableAsync();
        await using var other = await arena.OpenTableAsync();
        await table.SeatAsync("Ann");
        var bob = await table.ConnectAsync();
        var operation = Guid.NewGuid();
        var seat = (await bob.JoinAsync(table.Code, "Bob", operation)).Accepted.GetProperty("seat").GetProperty("seat").GetInt32();
        var cid = await table.ConnectAsync();
        Assert.Equal("tooManyFromNetwork", (await cid.JoinAsync(table.Code, "Cid")).Refusal);
        // The reply was lost.
        Assert.Null((await bob.JoinAsync(table.Code, "Bob", operation)).Refusal);
        await other.SeatAsync("Cid");

        _ = (await table.CommandAsync(new { kind = "kick", seat })).Accepted;
        Assert.Null((await cid.JoinAsync(table.Code, "Cid")).Refusal);
        Assert.Equal("tooManyFromNetwork", (await (await table.ConnectAsync()).JoinAsync(table.Code, "Dan")).Refusal);
    }

    [Fact]
    public async Task A_host_removes_all_who_are_not_connected_by_one_command()
    {
        await using var arena = new PlayHost();
        await using var table = await arena.OpenTableAsync();
        var ann = await table.SeatAsync("Ann");
        foreach (var name in (string[])["Bob", "Cid"])
            await (await table.SeatAsync(name)).DisposeAsync();
        await table.ConnectedAsync(1);
        await arena.AdvanceAsync(TimeSpan.FromMinutes(1));
        _ = (await table.CommandAsync("removeAbsent")).Accepted;
        var roster = (await table.Host.AttachAsync(table.Launch.HostKey)).Accepted.GetProperty("host").GetProperty("changed");
        Assert.Equal(
            [("Ann", false), ("Bob", true), ("Cid", true)],
            roster.EnumerateArray().Select(line => (line.GetProperty("nickname").GetString()!, line.GetProperty("kicked").GetBoolean())));
        Assert.Null((await ann.CallAsync("Clock")).Refusal);
        Assert.False(ann.Closed.IsCompleted);
    }

    [Fact]
    public async Task A_school_of_200_behind_one_address_joins_mistypes_and_answers()
    {
        const int Pupils = 200;
        await using var arena = new PlayHost(new() { ["Arena:Gateway:MessageBurst"] = "30" });
        await using var table = await arena.OpenTableAsync();
        var pupils = await Task.WhenAll(Enumerable.Range(0, Pupils).Select(async number =>
        {
            var pupil = await arena.ConnectAsync();
            if (number % 4 == 0)
                Assert.Equal("unknownSession", (await pupil.CallAsync("Find", "ZZZZZZ")).Refusal);
            Assert.Equal(table.Code, (await pupil.CallAsync("Find", table.Code)).Accepted.GetProperty("code").GetString());
            if (number % 5 == 0)
                Assert.Equal("nicknameEmpty", (await pupil.JoinAsync(table.Code, "")).Refusal);
            Assert.Null((await pupil.JoinAsync(table.Code, $"Pupil {number}")).Refusal);
            return pupil;
        }));
        await table.OpenAsync(0);
        var answers = await Task.WhenAll(pupils.Select((pupil, number) => pupil.AnswerAsync(0, number % 4)));
        Assert.All(answers, answer => Assert.Null(answer.Refusal));
        await table.CompleteAsync(0);
        Assert.All(
            await Task.WhenAll(pupils.Select(pupil => Table.ResultAsync(pupil, 0))),
            view => Assert.Equal(JsonValueKind.Object, view.GetProperty("result").ValueKind));
        foreach (var pupil in pupils)
            await pupil.DisposeAsync();
    }

    private static int Place(HubReply reply)
    {
        Assert.Equal("queued", reply.Refusal);
        using var raw = JsonDocument.Parse(reply.Raw);
        return raw.RootElement.GetProperty("result").GetProperty("refusal").GetProperty("place").GetInt32();
    }
}
