using Orleans.Concurrency;

namespace Arena.GrainInterfaces;

/// <summary>A gateway's subscription to one session.</summary>
[Alias("arena.ISessionObserver")]
public interface ISessionObserver : IGrainObserver
{
    /// <summary>
    /// What changed, oldest first. The session sends the next batch once this call has returned, so batches arrive in order; what gathers
    /// during a call goes with the next. Return without waiting for a browser. A batch that is not answered in time is sent again with the same
    /// number, because the call may have gone through a silo that is gone; a gateway that answers none of the tries loses the subscription.
    /// </summary>
    [Alias("Pushed"), ResponseTimeout(GrainCallTimings.Push)]
    Task Pushed(PushBatch batch);

    /// <summary>The session leaves its silo: subscribe again. Said before a migration too, because one that its target rejects ends without a further word.</summary>
    [Alias("Moved"), OneWay]
    Task Moved();

    /// <summary>What players reacted. Said only to gateways with a host; it may be lost.</summary>
    [Alias("Reacted"), OneWay]
    Task Reacted(ReactionBatch batch);
}
