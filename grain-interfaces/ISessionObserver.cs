using Orleans.Concurrency;

namespace Arena.GrainInterfaces;

/// <summary>A gateway's ear on one session. Delivery is at most once and in order; a lost push shows as a gap in its position.</summary>
public interface ISessionObserver : IGrainObserver
{
    /// <summary>Something changed.</summary>
    [OneWay]
    Task Pushed(SessionPush push);

    /// <summary>The session leaves its silo: whoever wants to hear more subscribes again, where it is then.</summary>
    [OneWay]
    Task Moved();
}
