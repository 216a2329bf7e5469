namespace Arena.Runtime;

/// <summary>
/// The one place that decides who is in the cluster and which silo owns which placement group (the part of a grain's key before its first
/// '/'). What every implementation holds:
/// <list type="number">
/// <item>Time is the store's own. A caller's clock is never compared with it.</item>
/// <item>Renewing never resurrects: a lease that has run out stays so, and its silo can only join anew, as a new identity.</item>
/// <item>Dead is terminal. A silo becomes dead by leaving, or by <see cref="DeclareDeadAsync"/>, which locks the lease and looks again.</item>
/// <item>A lease that runs out moves nothing. A group changes its owner only by its owner's release, or by a claim after its owner is dead,
/// and each change raises the group's epoch.</item>
/// <item>While the store itself was down nobody could renew: after its return every lease that ran out meanwhile has one more time to live.</item>
/// </list>
/// Every method may throw when the store cannot be reached; then the caller knows nothing, and tries again.
/// </summary>
public interface IClusterStore
{
    /// <summary>Prepares the store: makes or upgrades what it keeps. Safe when several do it at once.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Completes when the store can be used.</returns>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Enters the cluster as a new life, with a lease. Earlier lives at the same endpoint are declared dead.</summary>
    /// <param name="host">Where others reach the silo.</param>
    /// <param name="port">Its port.</param>
    /// <param name="timeToLive">How long the lease lasts.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The new identity.</returns>
    Task<SiloAddress> JoinAsync(string host, int port, TimeSpan timeToLive, CancellationToken cancellationToken);

    /// <summary>Prolongs the lease from now, if it has not run out.</summary>
    /// <param name="silo">Whose.</param>
    /// <param name="load">What it hosts, for placement.</param>
    /// <param name="timeToLive">How long the lease lasts from now.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>False if the lease has run out or the silo is dead: it must end.</returns>
    Task<bool> RenewAsync(SiloAddress silo, int load, TimeSpan timeToLive, CancellationToken cancellationToken);

    /// <summary>Reads who is there.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>One consistent view.</returns>
    Task<MembershipView> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Declares a silo dead if its lease has run out.</summary>
    /// <param name="silo">Whose lease has.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Whether it is dead now.</returns>
    Task<bool> DeclareDeadAsync(SiloAddress silo, CancellationToken cancellationToken);

    /// <summary>Says that a silo takes no more work.</summary>
    /// <param name="silo">Which.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Completes when the others can see it.</returns>
    Task DrainAsync(SiloAddress silo, CancellationToken cancellationToken);

    /// <summary>Leaves: releases all that the silo owns, and is dead.</summary>
    /// <param name="silo">Which.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Completes when the others can see it.</returns>
    Task LeaveAsync(SiloAddress silo, CancellationToken cancellationToken);

    /// <summary>
    /// Takes ownership of groups that have no owner or a dead one, in one round trip. Repeating it is harmless. Nothing is claimed for a silo that is not
    /// active or whose lease has run out.
    /// </summary>
    /// <param name="groups">The placement groups; each once.</param>
    /// <param name="silo">For whom.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>For each group its owner now, in order; null where there is none, because the silo may not claim.</returns>
    Task<IReadOnlyList<GroupOwner?>> ClaimAsync(IReadOnlyList<string> groups, SiloAddress silo, CancellationToken cancellationToken);

    /// <summary>Gives up groups. Those that the silo does not own are left alone.</summary>
    /// <param name="groups">The placement groups.</param>
    /// <param name="silo">Who gives them up.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Completes when others can claim them.</returns>
    Task ReleaseAsync(IReadOnlyList<string> groups, SiloAddress silo, CancellationToken cancellationToken);
}

/// <summary>Who owns a placement group.</summary>
/// <param name="Silo">The owner. It is not dead.</param>
/// <param name="Epoch">Grows with every change of the owner.</param>
public sealed record GroupOwner(SiloAddress Silo, long Epoch);
