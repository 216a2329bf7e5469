namespace Arena.Gateway.Http;

/// <summary>Milliseconds of a clock that only goes forward, for measurements within one process.</summary>
internal static class MonotonicTime
{
    public static long MonotonicMs(this TimeProvider time) => time.GetTimestamp() / (time.TimestampFrequency / 1_000);
}
