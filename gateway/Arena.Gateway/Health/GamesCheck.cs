using Arena.GrainInterfaces;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Arena.Gateway.Health;

/// <summary>Whether games can be played here: the host has started and is not stopping, grains answer, the database answers.</summary>
internal sealed class GamesCheck(IHostApplicationLifetime lifetime, IGrainFactory grains, IDbContextFactory<ArenaDbContext> contexts) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!lifetime.ApplicationStarted.IsCancellationRequested || lifetime.ApplicationStopping.IsCancellationRequested)
            return HealthCheckResult.Unhealthy("starting or stopping");
        try
        {
            await grains.GetGrain<IJoinGate>("healthz").Enter(Guid.NewGuid());
            await using var database = await contexts.CreateDbContextAsync(cancellationToken);
            return await database.Database.CanConnectAsync(cancellationToken)
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("the database does not answer");
        }
        catch (Exception failed) when (failed is TimeoutException or SiloUnavailableException or LimitExceededException)
        {
            return HealthCheckResult.Unhealthy("grains do not answer", failed);
        }
    }
}
