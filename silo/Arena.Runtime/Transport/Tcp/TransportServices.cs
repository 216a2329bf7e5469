using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Arena.Runtime;

/// <summary>What every part of the transport shares.</summary>
internal sealed class TransportServices(
    IOptions<TransportOptions> options, TimeProvider time, TransportMetrics metrics, ILoggerFactory loggers)
{
    public TransportOptions Options { get; } = options.Value;

    public TimeProvider Time => time;

    public TransportMetrics Metrics => metrics;

    public ILogger Logger { get; } = loggers.CreateLogger("Arena.Runtime.Transport");
}
