using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Text;
using Arena.TestKit.Processes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Arena.Load.Crowds;

/// <summary>
/// Takes the metrics that a server sends by OTLP over HTTP, and keeps the newest value of each sum: what the server says of itself that
/// the kernel does not know. Of the messages (opentelemetry-proto, metrics.proto) it reads as much as that takes, in protobuf's wire format.
/// </summary>
internal sealed class MetricsReceiver : IAsyncDisposable
{
    /// <summary>Bytes that the process has allocated since it began.</summary>
    public const string Allocated = "dotnet.gc.heap.total_allocated";

    /// <summary>Seconds for which the collector has stopped everything since the process began.</summary>
    public const string Paused = "dotnet.gc.pause.time";

    /// <summary>Bytes of the heap after the newest collection.</summary>
    public const string Heap = "dotnet.gc.last_collection.heap.size";

    private const int EveryMs = 2_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, double> _newest = new(StringComparer.Ordinal);
    private TaskCompletionSource _came = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private MetricsReceiver(string address, int everyMs)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add(address);
        _app.MapPost("/v1/{signal}", TakeAsync);
        Settings = new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = $"{everyMs}",
            ["OTEL_TRACES_SAMPLER"] = "always_off",
        };
    }

    /// <summary>The settings that make a server send its metrics here.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; }

    /// <param name="everyMs">How often the server sends them.</param>
    public static async Task<MetricsReceiver> StartAsync(int everyMs = EveryMs)
    {
        var receiver = new MetricsReceiver($"http://127.0.0.1:{FreePorts.Next()}", everyMs);
        await receiver._app.StartAsync();
        return receiver;
    }

    /// <summary>
    /// Waits for metrics that the server has collected after the call, and gives the value of a sum, over all its attributes. The first that
    /// arrive may be older: the server collects the next when they have arrived.
    /// </summary>
    public async Task<double> NextAsync(string metric)
    {
        for (var arrival = 0; arrival < 2; arrival++)
            await Volatile.Read(ref _came).Task.WaitAsync(Patience);
        return _newest[metric];
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http, string signal)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        if (signal != "metrics")
            return;
        foreach (var metric in Inside(Inside(Inside([body.ToArray()], 1), 2), 2))
        {
            var name = Encoding.UTF8.GetString(Fields(metric).Single(field => field.Number == 1).Value.Span);
            var points = Inside(Inside([metric], 7), 1).Select(Value).ToList();
            if (points.Count > 0)
                _newest[name] = points.Sum();
        }
        Interlocked.Exchange(ref _came, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    private static double Value(ReadOnlyMemory<byte> point) => Fields(point).Where(field => field.Number is 4 or 6).Sum(field =>
        field.Number == 4 ? BinaryPrimitives.ReadDoubleLittleEndian(field.Value.Span) : BinaryPrimitives.ReadInt64LittleEndian(field.Value.Span));

    private static IEnumerable<ReadOnlyMemory<byte>> Inside(IEnumerable<ReadOnlyMemory<byte>> messages, int number) =>
        messages.SelectMany(Fields).Where(field => field.Number == number).Select(field => field.Value);

    private static IEnumerable<(int Number, ReadOnlyMemory<byte> Value)> Fields(ReadOnlyMemory<byte> message)
    {
        for (var at = 0; at < message.Length;)
        {
            var tag = Varint(message, ref at);
            var start = at;
            var length = (tag & 7) switch
            {
                0 => LengthOfVarint(message, ref at),
                1 => 8,
                2 => (int)Varint(message, ref at),
                5 => 4,
                _ => throw new InvalidDataException($"Wire type {tag & 7} at {start}."),
            };
            if ((tag & 7) == 0)
                at = start;
            yield return ((int)(tag >> 3), message.Slice(at, length));
            at += length;
        }
    }

    private static int LengthOfVarint(ReadOnlyMemory<byte> message, ref int at)
    {
        var start = at;
        _ = Varint(message, ref at);
        return at - start;
    }

    private static ulong Varint(ReadOnlyMemory<byte> message, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var part = message.Span[at++];
            value |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80)
                return value;
        }
    }
}
