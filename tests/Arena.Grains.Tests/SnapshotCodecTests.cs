using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Arena.Game;
using Arena.Game.Commands;
using Arena.Game.State;
using Arena.Grains.Session;
using Arena.TestKit.Games;

namespace Arena.Grains.Tests;

/// <summary>A snapshot is worth as much as the log it is of.</summary>
public sealed class SnapshotCodecTests
{
    [Fact]
    public void A_snapshot_and_the_entries_after_it_give_the_state_of_the_whole_log_at_every_point_of_every_game() => RandomGames.All(play =>
    {
        var events = play.Events.ToList();
        var final = Text.State(play.Final);
        var state = (GameState?)null;
        for (var version = 1; version <= events.Count; version++)
        {
            state = Decider.Evolve(state, events[version - 1]);
            var restored = SnapshotCodec.Read(SnapshotCodec.Write(state, version, events[version - 1].AtMs));
            Assert.Equal(Text.State(state), Text.State(restored));
            Assert.Equal(final, Text.State(events.Skip(version).Aggregate(restored, Decider.Evolve)));
        }
    });

    [Fact]
    public void A_snapshot_of_a_game_with_power_ups_is_the_state_that_was_written() => RandomGames.AllPowerful(play =>
        Assert.All(play.Turns, turn => Assert.Equal(Text.State(turn.After!), Text.State(SnapshotCodec.Read(SnapshotCodec.Write(turn.After!, 7, 1))))));

    [Fact]
    public void The_same_state_is_written_in_the_same_bytes_whether_it_was_replayed_or_restored() => RandomGames.All(play =>
    {
        var written = SnapshotCodec.Write(play.Final, 7, 1);

        Assert.Equal(written.Payload.ToArray(), SnapshotCodec.Write(SnapshotCodec.Read(written), 7, 1).Payload.ToArray());
    });

    [Fact]
    public void A_command_on_a_restored_state_has_the_same_result_as_on_the_original() => RandomGames.All(play =>
    {
        for (var turn = 1; turn < play.Turns.Count; turn++)
        {
            var (before, command, nowMs, decision) = play.Turns[turn];
            var again = Decider.Decide(SnapshotCodec.Read(SnapshotCodec.Write(before!, turn, 1)), command, nowMs);
            Assert.Equal(Told(decision), Told(again));
        }
    });

    [Fact]
    public void A_snapshot_with_any_byte_changed_or_missing_is_not_read() => RandomGames.All((script, play) =>
    {
        var snapshot = SnapshotCodec.Write(play.Final, 7, 1);
        var bytes = snapshot.Payload.ToArray();
        var at = script.Variation * 31 % bytes.Length;
        bytes[at] ^= 0x10;

        Assert.Throws<InvalidDataException>(() => SnapshotCodec.Read(snapshot with { Payload = bytes }));
        Assert.Throws<InvalidDataException>(() => SnapshotCodec.Read(snapshot with { Payload = snapshot.Payload[..at] }));
        Assert.Throws<InvalidDataException>(() => SnapshotCodec.Read(snapshot with { Version = 8 }));
    });

    /// <summary>
    /// A snapshot of another form must have another name. When this fails: change <see cref="SnapshotCodec.Name"/>, make the codec write what
    /// is new, and put the name and the new form's checksum here.
    /// </summary>
    [Fact]
    public void A_state_of_another_form_has_another_name() =>
        Assert.Equal(("gameState.18", "4955c05f6e01bb1b"), (SnapshotCodec.Name, Checksum(Form(typeof(GameState), []))));

    private static string Told(Decision decision) => decision switch
    {
        Decision.Refused refused => refused.Code.ToString(),
        Decision.Accepted accepted => Text.Events(accepted.Events),
        _ => "",
    };

    /// <summary>The type's properties, their types, and so on; a line each.</summary>
    private static List<string> Form(Type type, HashSet<Type> seen)
    {
        var lines = new List<string>();
        foreach (var part in type.IsGenericType ? type.GetGenericArguments() : [type])
        {
            if (part.Assembly != typeof(GameState).Assembly || !seen.Add(part))
                continue;
            if (part.IsEnum)
            {
                lines.AddRange(Enum.GetNames(part).Select(name => $"{part.Name} {name}"));
                continue;
            }
            foreach (var property in part.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite).OrderBy(property => property.Name, StringComparer.Ordinal))
            {
                lines.Add($"{part.Name}.{property.Name} {WithoutFolder(property.PropertyType)}");
                lines.AddRange(Form(property.PropertyType, seen));
            }
            foreach (var derived in part.Assembly.GetTypes().Where(other => other.BaseType == part).OrderBy(other => other.Name, StringComparer.Ordinal))
                lines.AddRange(Form(derived, seen));
        }
        return lines;
    }

    /// <summary>Namespaces are not stored: a type may move to another folder.</summary>
    private static string WithoutFolder(Type type) => Regex.Replace(type.ToString(), @"Arena\.Game\.(\w+\.)*", "Arena.Game.");

    private static string Checksum(List<string> lines) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))))[..16];
}
