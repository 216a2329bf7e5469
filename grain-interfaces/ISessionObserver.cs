namespace Arena.GrainInterfaces;

/// <summary>A gateway's ear on one session. Delivery is at most once and in order; a lost push shows as a gap in its position.</summary>
public interface ISessionObserver : IGrainObserver
{
    /// <summary>Something changed.</summary>
    [OneWay]
    Task Pushed(SessionPush push);
}
