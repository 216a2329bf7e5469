namespace Arena.Grains.Ports;

/// <summary>Where a session goes when its silo stops.</summary>
internal interface INextSilo
{
    /// <summary>Whether there is another silo that may host sessions and does not drain itself.</summary>
    bool Exists { get; }

    /// <returns>Another silo that may host the grain, or null if there is none.</returns>
    SiloAddress? For(GrainId grain);

    /// <summary>Announces to all silos that this one drains: placement chooses another one from then on, while there is one.</summary>
    Task AnnounceDrainAsync();
}
