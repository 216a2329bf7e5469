using System.Net;
using Arena.Gateway.Telemetry;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Security;

/// <summary>Records security events of accounts: in the database for administrators, in the log for collectors. Never a secret.</summary>
internal sealed partial class SecurityLog(IDbContextFactory<ArenaDbContext> contexts, TimeProvider clock, ILogger<SecurityLog> logger)
{
    public async Task WriteAsync(SecurityEvent what, Guid? user, IPAddress? address)
    {
        LogEvent(what, user, address);
        GatewayTelemetry.Happened(what.ToString());
        await using var context = await contexts.CreateDbContextAsync();
        context.SecurityEvents.Add(new() { At = clock.GetUtcNow(), Event = what, UserId = user, Ip = address?.ToString() });
        await context.SaveChangesAsync();
    }

    [LoggerMessage(EventId = 240, Level = LogLevel.Information, Message = "Security: {Event} account {User} from {Address}")]
    private partial void LogEvent(SecurityEvent @event, Guid? user, IPAddress? address);
}
