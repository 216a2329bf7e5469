using System.Collections.Immutable;
using Orleans.Concurrency;

namespace Arena.GrainInterfaces;

/// <summary>A gateway's subscription to one session.</summary>
[Alias("arena.ISessionObserver")]
public interface ISessionObserver : IGrainObserver
{
    /// <summary>
    /// What changed, oldest first. The session sends the next batch once this call has returned, so batches arrive in order; what gathers
    /// meanwhile goes with the next. Return without waiting for a browser: a gateway that does not return in time loses the subscription.
    /// A batch may be lost, which shows as a gap in the positions.
    /// </summary>
    [Alias("Pushed"), ResponseTimeout("00:00:10")]
    Task Pushed(ImmutableArray<SessionPush> batch);

    /// <summary>The session has left its silo without naming another: subscribe again.</summary>
    [Alias("Moved"), OneWay]
    Task Moved();
}
