using Microsoft.Extensions.Logging;

namespace Arena.Hosting.Client;

/// <summary>Connects until a silo answers: a gateway may start before the silos do. Each cause is logged once.</summary>
internal sealed partial class ConnectionRetry(TimeProvider time, ILogger<ConnectionRetry> logger) : IClientConnectionRetryFilter
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(1);

    private string? _logged;

    public async Task<bool> ShouldRetryConnectionAttempt(Exception exception, CancellationToken cancellationToken)
    {
        var cause = exception.GetBaseException().Message;
        if (cause != _logged)
        {
            LogNotConnected(cause);
            _logged = cause;
        }
        await Task.Delay(Wait, time, cancellationToken);
        return true;
    }

    [LoggerMessage(EventId = 133, Level = LogLevel.Warning,
        Message = "No silo can be reached yet, so no game can be played. Is a silo up, and are Arena:Cluster:Key and the database the same as the silos'? Tried again every second: {Cause}")]
    private partial void LogNotConnected(string cause);
}
