namespace Arena.Grains;

/// <summary>Where a session goes when its silo stops.</summary>
internal interface INextSilo
{
    /// <returns>Another silo that may host the grain, or null if there is none.</returns>
    SiloAddress? For(GrainId grain);
}
