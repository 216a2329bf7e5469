namespace Arena.Runtime;

/// <summary>
/// The versions of the protocol of links that a process speaks: that of its release and the one before, so that a cluster can be upgraded one process at a time.
/// The handshake itself is the same in all versions.
/// </summary>
internal readonly record struct ProtocolVersions(int Oldest, int Newest)
{
    /// <summary>What this release speaks. The first version has none before it.</summary>
    public static ProtocolVersions Spoken { get; } = new(1, 1);

    /// <summary>The newest version that both speak; null if there is none.</summary>
    public int? CommonWith(ProtocolVersions other)
    {
        var newest = Math.Min(Newest, other.Newest);
        return newest >= Math.Max(Oldest, other.Oldest) ? newest : null;
    }

    public override string ToString() => Oldest == Newest ? $"{Newest}" : $"{Oldest} to {Newest}";
}
