using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Arena.Runtime;

/// <summary>
/// This silo's place in the cluster: from joining, by a lease that is renewed, to leaving or dying. What holds here:
/// <list type="number">
/// <item>The endpoint listens before the silo joins, so that whoever reads of it can reach it.</item>
/// <item>A silo that is told that it is dead ends: its turns stop, its links close, its process stops. It never joins again.</item>
/// <item>Leaving comes after the last activation has ended.</item>
/// </list>
/// </summary>
internal sealed class ClusterSeat(
    ClusterServices cluster, SiloServices services, ClusterConnection connection, GroupOwnership ownership, Catalog catalog, Action fall)
{
    // EX_TEMPFAIL of sysexits.h: whoever supervises the process should start it again.
    private const int TemporaryFailure = 75;

    private readonly SiloLease _lease = services.Provider.GetRequiredService<SiloLease>();
    private readonly Heartbeat _heartbeat = new(
        cluster.Store, services.Provider.GetRequiredService<SiloLease>(), cluster.Options, services.Time, services.Logger);

    private bool _gone;

    /// <summary>This silo, once it has joined.</summary>
    public SiloAddress? Address { get; private set; }

    /// <summary>Joins.</summary>
    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        await cluster.Store.PrepareAsync(cancellationToken);
        var (host, port) = await cluster.Transport.ListenAsync(connection.Receiver, cancellationToken);
        var sentAt = services.Time.GetTimestamp();
        var self = await cluster.Store.JoinAsync(host, port, cluster.Options.LeaseTimeToLive, cancellationToken);
        _lease.Renewed(sentAt, cluster.Options.LeaseTimeToLive);
        Address = self;
        ownership.Start(self);
        await connection.StartAsync(PeerIdentity.Of(self), cancellationToken);
        _heartbeat.Start(self, () => ownership.Count, Resume, Die);
        services.Logger.Joined(self);
    }

    /// <summary>Says that this silo takes no more work, and gives up groups as they end.</summary>
    public async Task OfferAsync(CancellationToken cancellationToken)
    {
        ownership.IsHandingOver = true;
        catalog.IsHandingOver = true;
        await cluster.Store.DrainAsync(Address!.Value, cancellationToken);
    }

    /// <summary>Gives up what has been quiet for a while.</summary>
    public Task SweepAsync() => _gone ? Task.CompletedTask : ownership.SweepAsync(CancellationToken.None);

    public async Task LeaveAsync(CancellationToken cancellationToken)
    {
        if (Address is not { } self) return;
        var wasGone = _gone;
        _gone = true;
        await _heartbeat.StopAsync();
        if (!wasGone)
        {
            await cluster.Store.LeaveAsync(self, cancellationToken);
            services.Logger.Left(self);
        }

        _lease.End();
        await connection.StopAsync();
    }

    /// <summary>Ends without a word.</summary>
    public void Abandon()
    {
        _gone = true;
        _lease.End();
        _ = _heartbeat.StopAsync();
        _ = connection.StopAsync();
    }

    private void Resume()
    {
        foreach (var activation in catalog.Activations()) activation.Resume();
    }

    private void Die()
    {
        _gone = true;
        fall();
        _ = connection.StopAsync();
        if (services.Provider.GetService<IHostApplicationLifetime>() is not { } process) return;
        Environment.ExitCode = TemporaryFailure;
        process.StopApplication();
    }
}
