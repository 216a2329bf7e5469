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
    private const string Answer = """{"type":1,"invocationId":"a1","target":"Answer","arguments":[{"round":1,"choice":1,"operationId":"6a1b1c1e-9a4c-4a51-9b57-0d1a3c9a5e11"}]}""";

    public static async Task<int> RunAsync(RunOptions run)
    {
        var table = new Figures();
        var (json, packed, deflated) = (0, 0, 0);
        foreach (var (kind, message) in await RecordAsync(run))
        {
            var cost = Measure(message);
            (json, packed, deflated) = (json + cost.Json, packed + cost.Packed, deflated + cost.Deflated);
            table.Column(kind)
                .Row("bytes: JSON", $"{cost.Json}").Row("... MessagePack", $"{cost.Packed}").Row("... JSON, deflated", $"{cost.Deflated}")
                .Row("us to write: JSON", $"{cost.WriteJson:F2}").Row("... MessagePack", $"{cost.WritePacked:F2}").Row("... deflating", $"{cost.Deflate:F2}")
                .Row("us to read: JSON", $"{cost.ReadJson:F2}").Row("... MessagePack", $"{cost.ReadPacked:F2}");
        }
        table.Column("a question").Row("bytes: JSON", $"{json}").Row("... MessagePack", $"{packed}").Row("... JSON, deflated", $"{deflated}");
        table.Print(run.Json);
        return 0;
    }

    /// <summary>Plays a question and keeps what one of its players was sent.</summary>
    private static async Task<List<(string Kind, byte[] Message)>> RecordAsync(RunOptions run)
    {
        await using var house = await ArenaHouse.StartAsync(run.Server);
        await using var stage = await house.OpenAsync(3, Players);
        using var crowd = new Crowd(house.Address, stage.Code, Players, run.Seed) { ServerClock = stage.Clock };
        List<byte[]> heard = [];
        crowd.Overheard = message => heard.Add(message);
        await crowd.JoinAllAsync(Players);
        for (var round = 0; round < 2; round++)
        {
            if (round == 1)
                heard.Clear();
            await stage.AskAsync(crowd, round);
            await crowd.SeenAsync(Crowd.Acknowledgement, round, Players);
            await stage.FinishAsync(crowd, round);
        }
        return
        [
            ("an answer", Encoding.UTF8.GetBytes(Answer)),
            .. heard.Select(message => (Kind(message), message)).Where(message => message.Item1.Length > 0).DistinctBy(message => message.Item1),
        ];
    }

    private static string Kind(byte[] message)
    {
        var root = JsonSerializer.Deserialize<JsonElement>(message);
        if (root.GetProperty("type").GetInt32() == 3)
            return "acknowledgement";
        if (root.GetProperty("type").GetInt32() != 1)
            return "";
        var frame = root.GetProperty("arguments")[0];
        return root.GetProperty("target").GetString() switch
        {
            "Session" => frame.GetProperty("view").GetProperty("phase").GetProperty("kind").GetString()!,
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
        Deflate();
        Deflate();
        var before = target.Length;
        Deflate();
        return new(
            message.Length, packedLength, (int)(target.Length - before),
            Time(() =>
            {
                written.ResetWrittenCount();
                writer.Reset();
                root.WriteTo(writer);
                writer.Flush();
            }),
            Time(() => PackedMessage.Write(root, packed)),
            Time(() =>
            {
                target.SetLength(0);
                Deflate();
            }),
            Time(() =>
            {
                var reader = new Utf8JsonReader(message);
                while (reader.Read())
                {
                }
            }),
            Time(() => PackedMessage.Read(packed)));

        void Deflate()
        {
            deflating.Write(message);
            deflating.Flush();
        }
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
