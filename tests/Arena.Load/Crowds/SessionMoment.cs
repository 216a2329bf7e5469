using System.Text.Json;

namespace Arena.Load.Crowds;

/// <summary>What a session frame says. Everyone gets the same bytes, alone or within an own frame, so one parses them for all.</summary>
internal sealed class SessionMoment
{
    private SessionMoment(byte[] bytes, JsonElement frame)
    {
        Bytes = bytes;
        NowMs = frame.GetProperty("nowMs").GetInt64();
        var view = frame.GetProperty("view");
        Step = view.GetProperty("step").GetInt32();
        Phase = view.GetProperty("phase");
        Kind = Phase.GetProperty("kind").GetString()!;
        Round = Phase.TryGetProperty("round", out var round) ? round.GetInt32() : -1;
        OpensAtMs = Phase.TryGetProperty("opensAtMs", out var opens) ? opens.GetInt64() : 0;
    }

    public byte[] Bytes { get; }

    public long NowMs { get; }

    public int Step { get; }

    public JsonElement Phase { get; }

    public string Kind { get; }

    public int Round { get; }

    public long OpensAtMs { get; }

    public static SessionMoment Parse(ReadOnlySpan<byte> frame)
    {
        var bytes = frame.ToArray();
        return new(bytes, JsonSerializer.Deserialize<JsonElement>(bytes));
    }
}
