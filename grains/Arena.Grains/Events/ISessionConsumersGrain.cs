namespace Arena.Grains.Events;

/// <summary>Runs all consumers of one session's events. Key: the session's id, without dashes.</summary>
[Alias("arena.ISessionConsumersGrain")]
public interface ISessionConsumersGrain : IGrainWithStringKey
{
    /// <summary>Lets a consumer that is behind handle a part of what it missed, if that is due.</summary>
    [Alias("CatchUp")]
    Task CatchUp(string consumer);

    /// <summary>Tries a dead letter once more.</summary>
    [Alias("RetryLetter")]
    Task RetryLetter(string consumer, long version);
}
