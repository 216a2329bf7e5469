using System.Buffers;
using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Arena.Load.Crowds;

namespace Arena.Load.Wire;

/// <summary>
/// What the messages of a real question would take in MessagePack, or compressed as a WebSocket does (permessage-deflate, RFC 7692, the
/// fastest level, one context a connection): bytes, and time for each.
/// </summary>
internal static class WireScenario
{
    private const int Players = 50;
    private const int Rounds = 20_000;
    private const string Answer = """{"type":1,"invocationId":"a1","target":"Answer","arguments":[{"round":1,"answer":{"kind":"choice","option":1},"operationId":"6a1b1c1e-9a4c-4a51-9b57-0d1a3c9a5e11"}]}""";

    public static async Task<int> RunAsync(RunOptions run)
    {
        var questions = await RecordAsync(run);
        var table = new Figures();
        var (json, packed, deflated) = (0, 0, 0);
        using var target = new MemoryStream();
        await using var deflating = new DeflateStream(target, CompressionLevel.Fastest);
        // A connection's context knows earlier messages: the first question does not count.
        foreach (var (_, message) in questions[0])
            _ = Deflate(deflating, target, message);
        foreach (var (kind, message) in questions[1])
        {
            var cost = Measure(message) with { Deflated = Deflate(deflating, target, message) };
            (json, packed, deflated) = (json + cost.Json, packed + cost.Packed, deflated + cost.Deflated);
            table.Column(kind)
                .Row("bytes: JSON", $"{cost.Json}").Row("bytes: MessagePack", $"{cost.Packed}").Row("bytes: JSON deflated", $"{cost.Deflated}")
                .Row("us to write: JSON", $"{cost.WriteJson:F2}").Row("us to write: MessagePack", $"{cost.WritePacked:F2}")
                .Row("us to read: JSON", $"{cost.ReadJson:F2}").Row("us to read: MessagePack", $"{cost.ReadPacked:F2}")
                .Row("us to deflate", $"{cost.Deflate:F2}");
        }
        table.Column("a question").Row("bytes: JSON", $"{json}").Row("bytes: MessagePack", $"{packed}").Row("bytes: JSON deflated", $"{deflated}");
        table.Print(run.Json);
        return 0;
    }

    /// <summary>Plays two questions and keeps what one of the players was sent in each.</summary>
    private static async Task<List<(string Kind, byte[] Message)>[]> RecordAsync(RunOptions run)
    {
        await using var fixture = await ArenaFixture.StartAsync(run.Server);
        await using var stage = await fixture.OpenAsync(4, Players);
        using var crowd = new Crowd(fixture.Address, stage.Code, Players, run.Seed) { ServerClock = stage.Clock };
        List<byte[]> heard = [];
        crowd.Overheard = heard.Add;
        await crowd.JoinAllAsync(Players);
        List<List<(string Kind, byte[] Message)>> questions = [];
        for (var round = 0; round < 3; round++)
        {
            heard.Clear();
            await stage.AskAsync(crowd, round);
            await crowd.SeenAsync(Crowd.Acknowledgement, round, Players);
            await stage.FinishAsync(crowd, round);
            questions.Add([
                ("an answer", Encoding.UTF8.GetBytes(Answer)),
                .. heard.Select(message => (Kind(message), message)).Where(message => message.Item1.Length > 0).DistinctBy(message => message.Item1),
            ]);
        }
        return [.. questions.Skip(1)];
    }

    private static int Deflate(DeflateStream deflating, MemoryStream target, byte[] message)
    {
        target.SetLength(0);
        deflating.Write(message);
        deflating.Flush();
        return (int)target.Length;
    }

    private static string Kind(byte[] message)
    {
        var root = JsonSerializer.Deserialize<JsonElement>(message);
        if (root.GetProperty("type").GetInt32() == 3)
            return "acknowledgement";
        if (root.GetProperty("type").GetInt32() != 1)
            return "";
        var arguments = root.GetProperty("arguments");
        return root.GetProperty("target").GetString() switch
        {
            "Session" => arguments[0].GetProperty("view").GetProperty("phase").GetProperty("kind").GetString()!,
            "Seat" => "own result",
            var other => other!.ToLowerInvariant(),
        };
    }

    private static Cost Measure(byte[] message)
    {
        using var tree = JsonDocument.Parse(message);
        var root = tree.RootElement;
        var packed = new byte[(2 * message.Length) + 64];
        var packedLength = PackedMessage.Write(root, packed);
        var written = new ArrayBufferWriter<byte>(2 * message.Length);
        using var writer = new Utf8JsonWriter(written);
        using var target = new MemoryStream();
        using var deflating = new DeflateStream(target, CompressionLevel.Fastest);
        return new(
            message.Length, packedLength, Deflated: 0,
            Time(() =>
            {
                written.ResetWrittenCount();
                writer.Reset();
                root.WriteTo(writer);
                writer.Flush();
            }),
            Time(() => PackedMessage.Write(root, packed)),
            Time(() => Deflate(deflating, target, message)),
            Time(() =>
            {
                var reader = new Utf8JsonReader(message);
                while (reader.Read())
                {
                }
            }),
            Time(() => PackedMessage.Read(packed)));
    }

    /// <returns>Microseconds a time.</returns>
    private static double Time(Action act)
    {
        for (var warming = 0; warming < Rounds; warming++)
            act();
        var began = Stopwatch.GetTimestamp();
        for (var round = 0; round < Rounds; round++)
            act();
        return Stopwatch.GetElapsedTime(began).TotalMicroseconds / Rounds;
    }

    private sealed record Cost(
        int Json, int Packed, int Deflated, double WriteJson, double WritePacked, double Deflate, double ReadJson, double ReadPacked);
}
