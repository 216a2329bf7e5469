using System.Collections.Concurrent;
using System.Text.Json;

namespace Arena.Web.Tests;

/// <summary>Every frame that one browser receives, in order, across its connections.</summary>
internal sealed class FrameLog
{
    private readonly ConcurrentQueue<string> _received = new();

    public FrameLog(IPage page) => page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => Take(frame.Text);

    public IReadOnlyCollection<string> Received => _received;

    /// <summary>
    /// Whether any frame contains the key before its reveal: a key, verdict or count of right answers of a question that is not revealed yet. The results
    /// of questions that were revealed earlier, which a player gets again after a refresh, name their round.
    /// </summary>
    public IEnumerable<string> TellingTooEarly()
    {
        var revealed = -1;
        foreach (var frame in _received)
        {
            using var document = JsonDocument.Parse(frame);
            if (Phases(document.RootElement).FirstOrDefault(phase => phase.Kind is "reveal" or "standings" or "podium") is { } closed)
                revealed = closed.Kind == "podium" ? int.MaxValue : closed.Round;
            if (Told(document.RootElement).Any(round => round > revealed))
                yield return frame;
        }
    }

    /// <summary>How many questions were asked in these frames.</summary>
    public int Asked() => _received
        .SelectMany(frame =>
        {
            using var document = JsonDocument.Parse(frame);
            return Phases(document.RootElement).Where(phase => phase.Kind == "asking").Select(phase => phase.Round).ToArray();
        })
        .Distinct().Count();

    private void Take(string? text)
    {
        foreach (var frame in (text ?? "").Split('\u001e', StringSplitOptions.RemoveEmptyEntries))
            _received.Enqueue(frame);
    }

    /// <summary>The rounds whose key an element contains; what is in no round counts as a future one.</summary>
    private static IEnumerable<int> Told(JsonElement element, int within = int.MaxValue) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property =>
        {
            var round = element.TryGetProperty("round", out var own) ? own.GetInt32() : within;
            return !IsKey(property.Name) ? Told(property.Value, round) : property.Value.ValueKind == JsonValueKind.Null ? [] : [round];
        }),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(each => Told(each, within)),
        _ => [],
    };

    private static bool IsKey(string property) => property is "key" or "verdict" || property.Contains("correct", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Seen> Phases(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("kind", out var kind) && kind.ValueKind == JsonValueKind.String =>
            [new(kind.GetString()!, element.TryGetProperty("round", out var round) ? round.GetInt32() : -1)],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Phases(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Phases),
        _ => [],
    };

    private sealed record Seen(string Kind, int Round);
}
