namespace Arena.Grains.Ports;

/// <summary>The journal has as many writes waiting as it may. Nothing was written; try again shortly.</summary>
public sealed class JournalOverloadedException() : Exception("The journal has as many writes waiting as it may.");
