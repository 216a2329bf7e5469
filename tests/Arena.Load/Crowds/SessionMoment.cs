using System.Text.Json;

namespace Arena.Load.Crowds;

/// <summary>What a session frame says. Everyone gets the same bytes, so one parses them for all.</summary>
internal sealed class SessionMoment
{
    private SessionMoment(byte[] message, JsonElement frame)
    {
        Message = message;
        NowMs = frame.GetProperty("nowMs").GetInt64();
        var view = frame.GetProperty("view");
        Step = view.GetProperty("step").GetInt32();
        Phase = view.GetProperty("phase");
        Kind = Phase.GetProperty("kind").GetString()!;
        Round = Phase.TryGetProperty("round", out var round) ? round.GetInt32() : -1;
        OpensAtMs = Phase.TryGetProperty("opensAtMs", out var opens) ? opens.GetInt64() : 0;
    }

    public byte[] Message { get; }

    public long NowMs { get; }

    public int Step { get; }

    public JsonElement Phase { get; }

    public string Kind { get; }

    public int Round { get; }

    public long OpensAtMs { get; }

    public static SessionMoment Parse(ReadOnlySpan<byte> message)
    {
        var bytes = message.ToArray();
        return new(bytes, JsonSerializer.Deserialize<JsonElement>(bytes).GetProperty("arguments")[0]);
    }
}
