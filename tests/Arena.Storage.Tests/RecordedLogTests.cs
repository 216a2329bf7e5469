using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Arena.Game;
using Arena.Game.State;
using Arena.Grains;
using Arena.Grains.Ports;
using Arena.Grains.Session;

namespace Arena.Storage.Tests;

/// <summary>
/// Logs that earlier releases wrote, in <c>fixtures</c>: every later release replays them to the state recorded with them. A recorded file is
/// never changed; when an event gets a new form, a log that holds it is added.
/// </summary>
public sealed class RecordedLogTests
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static TheoryData<string> Logs => new(
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "fixtures"), "*.log.jsonl").Select(file => Path.GetFileName(file)));

    [Theory]
    [MemberData(nameof(Logs))]
    public void A_recorded_log_replays_to_the_recorded_state(string log)
    {
        var state = Entries(log).Select(EventCodec.Read).Aggregate((GameState?)null, Decider.Evolve)!;

        Agree(JsonNode.Parse(File.ReadAllText(PathOf(log.Replace(".log.jsonl", ".state.json", StringComparison.Ordinal)))), Former(Seen(state)), "$");
        Assert.Empty(SessionReplay.Of(Entries(log)).Contradictions);
    }

    [Theory]
    [MemberData(nameof(Logs))]
    public void A_recorded_entry_is_read_completely(string log) => Assert.All(Entries(log), entry => Agree(
        JsonNode.Parse(entry.PayloadJson), Former(JsonNode.Parse(EventCodec.Write(EventCodec.Read(entry)).PayloadJson)), entry.Type));

    [Fact]
    public void Every_name_that_is_read_is_in_a_recorded_log() => Assert.Equal(
        EventCodec.Names.Order(StringComparer.Ordinal),
        Logs.SelectMany(log => Entries(log.Data)).Select(entry => entry.Type).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void An_unknown_name_is_a_clear_error()
    {
        var unknown = Assert.Throws<InvalidDataException>(() => EventCodec.Read(new("spaceshipLanded.1", "{}", 0)));

        Assert.Contains("'spaceshipLanded.1'", unknown.Message, StringComparison.Ordinal);
        Assert.Contains("newer", unknown.Message, StringComparison.Ordinal);
    }

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "fixtures", file);

    private static IEnumerable<JournalEntry> Entries(string log) => File.ReadLines(PathOf(log)).Select(line =>
    {
        var entry = JsonNode.Parse(line)!;
        return new JournalEntry((string)entry["type"]!, entry["payload"]!.ToJsonString(), (long)entry["payload"]!["atMs"]!);
    });

    private static JsonNode Seen(GameState state) => JsonSerializer.SerializeToNode(
        new
        {
            Phase = state.Phase.GetType().Name,
            state.Step,
            // The name that it was recorded under.
            LastMovedAtMs = state.LastActiveAtMs,
            state.Pause,
            state.Locked,
            state.AutoAdvance,
            state.HostAway,
            state.Players,
            state.PlayerCount,
            state.SeatByNickname,
            state.Operations,
            state.Rounds,
            state.IdleExpiryMs,
            state.ExpiresAtMs,
            state.Skipped,
        },
        Options)!;

    /// <summary>The same with the members under which it was recorded while all answers were choices.</summary>
    private static JsonNode? Former(JsonNode? now)
    {
        if (now is JsonArray items)
        {
            foreach (var item in items)
                Former(item);
        }
        if (now is not JsonObject members)
            return now;
        foreach (var (_, member) in members.ToList())
            Former(member);
        if (members["value"] is JsonObject value && value["option"] is { } option)
            members["choice"] = option.DeepClone();
        if (members["verdict"] is { } verdict)
            members["correct"] = (string)verdict! == "correct";
        if (members["tally"] is JsonObject tally && tally["counts"] is { } counts)
            members["counts"] = counts.DeepClone();
        return members;
    }

    /// <summary>All that was recorded is still so. What a later release has added does not matter.</summary>
    private static void Agree(JsonNode? recorded, JsonNode? now, string path)
    {
        if (recorded is JsonObject members)
        {
            foreach (var (name, value) in members)
                Agree(value, now?[name], $"{path}.{name}");
        }
        else if (recorded is JsonArray items)
        {
            Assert.True(items.Count == (now as JsonArray)?.Count, $"{path}: recorded {recorded.ToJsonString()}, now {now?.ToJsonString()}");
            for (var i = 0; i < items.Count; i++)
                Agree(items[i], now![i], $"{path}[{i}]");
        }
        else
        {
            Assert.True(JsonNode.DeepEquals(recorded, now), $"{path}: recorded {recorded?.ToJsonString() ?? "null"}, now {now?.ToJsonString() ?? "null"}");
        }
    }
}
