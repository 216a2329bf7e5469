using System.Text.Json;
using Arena.Game.Vocabulary;
using Arena.TestKit.Clients;

namespace Arena.Gateway.Tests.Play;

/// <summary>What must never be in a frame.</summary>
public sealed class SecrecyTests(SharedPlayHost shared) : IClassFixture<SharedPlayHost>
{
    private readonly PlayHost _arena = shared.Arena;

    [Fact]
    [Asvs("8.1.2", "8.2.3", "15.3.1")]
    public async Task No_frame_of_a_player_marks_an_option_correct_before_the_reveal()
    {
        await using var table = await _arena.OpenTableAsync(questions: 2);
        var ann = await table.SeatAsync("Ann");
        await table.SeatAsync("Bob");
        for (var round = 0; round < 2; round++)
        {
            var from = ann.Dump.Count;
            await table.OpenAsync(round);
            Assert.Null((await ann.AnswerAsync(round, 1)).Refusal);
            var beforeReveal = ann.Dump.Skip(from).ToArray();
            Assert.NotEmpty(beforeReveal);
            Assert.All(beforeReveal, frame =>
            {
                using var document = JsonDocument.Parse(frame);
                Assert.All(Properties(document.RootElement), property => Assert.DoesNotContain("correct", property.Name, StringComparison.OrdinalIgnoreCase));
                Assert.All(
                    Properties(document.RootElement).Where(property => property.Name == "options"),
                    property => Assert.All(property.Value.EnumerateArray(), option => Assert.Equal(JsonValueKind.String, option.ValueKind)));
            });
            await table.RevealAsync(round);
            Assert.Equal(round % 4, (await ann.PhaseAsync("reveal", round)).Phase.GetProperty("key").GetProperty("correct")[0].GetInt32());
            if (round == 0)
                await table.StandingsAsync(round);
        }
    }

    [Fact]
    public async Task The_acknowledgement_of_a_right_answer_is_that_of_a_wrong_one()
    {
        await using var table = await _arena.OpenTableAsync();
        var right = await table.SeatAsync("Right");
        var wrong = await table.SeatAsync("Wrong");
        await table.OpenAsync(0);
        var one = await right.AnswerAsync(0, 0);
        var other = await wrong.AnswerAsync(0, 1);

        Assert.Equal(one.Raw.Replace("\"option\":0", "", StringComparison.Ordinal), other.Raw.Replace("\"option\":1", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_frame_that_others_see_carries_a_credential()
    {
        await using var table = await _arena.OpenTableAsync(questions: 1);
        var ann = await table.ConnectAsync();
        var joinOperation = Guid.NewGuid();
        var token = (await ann.JoinAsync(table.Code, "Ann", joinOperation)).Accepted.GetProperty("seatToken").GetString()!;
        var bob = await table.SeatAsync("Bob");
        await table.OpenAsync(0);
        var answerOperation = Guid.NewGuid();
        Assert.Null((await ann.AnswerAsync(0, 0, answerOperation)).Refusal);
        await table.RevealAsync(0);
        Assert.Null((await table.CommandAsync("advance")).Refusal);
        await bob.PhaseAsync("podium");

        string[] secrets = [token, table.Launch.HostKey, joinOperation.ToString(), answerOperation.ToString(), joinOperation.ToString("N"), answerOperation.ToString("N")];
        Assert.All(bob.Dump.Concat(table.Host.Dump), frame => Assert.All(secrets, secret => Assert.DoesNotContain(secret, frame, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    [Asvs("8.4.1")]
    public async Task Nothing_of_one_game_reaches_another()
    {
        await using var one = await _arena.OpenTableAsync();
        await using var other = await _arena.OpenTableAsync();
        var ann = await one.SeatAsync("Ann");
        var eve = await other.SeatAsync("Eve");
        await one.OpenAsync(0);
        Assert.Null((await ann.AnswerAsync(0, 0)).Refusal);
        await one.RevealAsync(0);
        await one.StandingsAsync(0);
        Assert.Equal("tooEarly", (await eve.AnswerAsync(0, 0)).Refusal);

        Assert.All(eve.Frames.Concat(other.Host.Frames), frame => Assert.DoesNotContain("Ann", frame.Raw, StringComparison.Ordinal));
        Assert.DoesNotContain(eve.Frames, frame => frame.Kind is not (null or "lobby"));
        Assert.Equal("notHost", (await ann.HostAsync("end", 0)).Refusal);
    }

    [Fact]
    [Asvs("8.2.1", "8.3.1")]
    public async Task A_player_can_do_nothing_that_a_host_can()
    {
        await using var table = await _arena.OpenTableAsync();
        var ann = await table.SeatAsync("Ann");
        foreach (var kind in Enum.GetNames<HostActionKind>().Select(JsonNamingPolicy.CamelCase.ConvertName))
            Assert.Equal("notHost", (await ann.HostAsync(new { kind, seat = 0, byMs = 1_000, nickname = "Zoe", time = "double", team = 0, round = 0, text = "Basel" }, 0)).Refusal);
        Assert.Equal("notSeated", (await table.Host.AnswerAsync(0, 0)).Refusal);

        Assert.Equal("lobby", (await (await table.ConnectAsync()).AttachAsync(table.Launch.HostKey)).Accepted
            .GetProperty("session").GetProperty("phase").GetProperty("kind").GetString());
    }

    private static IEnumerable<JsonProperty> Properties(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Properties(property.Value).Prepend(property)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Properties),
        _ => [],
    };
}
