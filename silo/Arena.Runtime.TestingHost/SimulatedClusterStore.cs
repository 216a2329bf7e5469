namespace Arena.Runtime.TestingHost;

/// <summary>The cluster store as one simulated process reaches it: slowly, and not always.</summary>
/// <param name="store">The store.</param>
/// <param name="exchange">The way to it.</param>
public sealed class SimulatedClusterStore(MemoryClusterStore store, SimulatedExchange exchange) : IClusterStore
{
    /// <inheritdoc/>
    public Task PrepareAsync(CancellationToken cancellationToken) => Ask(store.PrepareAsync, cancellationToken);

    /// <inheritdoc/>
    public Task<SiloAddress> JoinAsync(string host, int port, TimeSpan timeToLive, CancellationToken cancellationToken) =>
        Ask(none => store.JoinAsync(host, port, timeToLive, none), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> RenewAsync(SiloAddress silo, int load, TimeSpan timeToLive, CancellationToken cancellationToken) =>
        Ask(none => store.RenewAsync(silo, load, timeToLive, none), cancellationToken);

    /// <inheritdoc/>
    public Task<MembershipView> ReadAsync(CancellationToken cancellationToken) => Ask(store.ReadAsync, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> DeclareDeadAsync(SiloAddress silo, CancellationToken cancellationToken) =>
        Ask(none => store.DeclareDeadAsync(silo, none), cancellationToken);

    /// <inheritdoc/>
    public Task DrainAsync(SiloAddress silo, CancellationToken cancellationToken) =>
        Ask(none => store.DrainAsync(silo, none), cancellationToken);

    /// <inheritdoc/>
    public Task LeaveAsync(SiloAddress silo, CancellationToken cancellationToken) =>
        Ask(none => store.LeaveAsync(silo, none), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<GroupOwner?>> ClaimAsync(
        IReadOnlyList<string> groups, SiloAddress silo, CancellationToken cancellationToken) =>
        Ask(none => store.ClaimAsync(groups, silo, none), cancellationToken);

    /// <inheritdoc/>
    public Task ReleaseAsync(IReadOnlyList<string> groups, SiloAddress silo, CancellationToken cancellationToken) =>
        Ask(none => store.ReleaseAsync(groups, silo, none), cancellationToken);

    private Task<T> Ask<T>(Func<CancellationToken, Task<T>> effect, CancellationToken cancellationToken) => exchange.AskAsync(
        () => effect(CancellationToken.None),
        failure => new IOException($"The connection to the cluster store failed ({failure} it was asked)."),
        cancellationToken);

    private Task<bool> Ask(Func<CancellationToken, Task> effect, CancellationToken cancellationToken) => Ask(
        async none =>
        {
            await effect(none);
            return true;
        },
        cancellationToken);
}
