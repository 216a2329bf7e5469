using Microsoft.Extensions.Options;

namespace Arena.Grains.Session;

/// <summary>Counts the live sessions of this silo, so that there is never one too many.</summary>
internal sealed class SessionCensus(IOptions<GameOptions> options)
{
    private int _live;

    /// <summary>Whether one more may be launched.</summary>
    public bool HasRoom => Volatile.Read(ref _live) < options.Value.MaxSessions;

    public void Came()
    {
        Interlocked.Increment(ref _live);
        GrainTelemetry.SessionCame();
    }

    public void Went()
    {
        Interlocked.Decrement(ref _live);
        GrainTelemetry.SessionWent();
    }
}
