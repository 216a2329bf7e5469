using Arena.Game.State;

namespace Arena.Grains.Session;

/// <summary>A session as the activation that now owns it finds it.</summary>
/// <param name="Epoch">What every append of this owner names.</param>
/// <param name="Version">That of the last entry.</param>
/// <param name="State">After that entry.</param>
/// <param name="LastAtMs">When it happened.</param>
/// <param name="KeptVersion">That of the snapshot it was read from; 0 if the whole log was replayed.</param>
internal sealed record OpenedSession(long Epoch, long Version, GameState State, long LastAtMs, long KeptVersion);
