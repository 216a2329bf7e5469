namespace Arena.Runtime;

/// <summary>The identity of a grain or of an observer.</summary>
/// <param name="Type">The grain type: the class name without its "Grain" suffix in lower case, or the class's alias.</param>
/// <param name="Key">The key within the type.</param>
public readonly record struct GrainId(string Type, string Key)
{
    /// <summary>Compares type and key by their characters.</summary>
    /// <param name="other">The other identity.</param>
    /// <returns>Whether both name the same grain.</returns>
    public bool Equals(GrainId other) =>
        (ReferenceEquals(Key, other.Key) || string.Equals(Key, other.Key, StringComparison.Ordinal))
        && (ReferenceEquals(Type, other.Type) || string.Equals(Type, other.Type, StringComparison.Ordinal));

    /// <summary>Hashes the key alone: keys rarely repeat among types, and the type is compared on equality.</summary>
    /// <returns>A hash that is stable within the process.</returns>
    public override int GetHashCode() => Key?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <summary>Writes the identity as type/key.</summary>
    /// <returns>For example <c>gamesession/ABC123</c>.</returns>
    public override string ToString() => $"{Type}/{Key}";
}
