using System.Collections.Immutable;

namespace Arena.Runtime;

/// <summary>
/// Values that travel with calls: what a caller sets is seen by the grains that it calls and those that they call. What a grain sets is
/// seen neither by its caller nor by other calls.
/// </summary>
public static class RequestContext
{
    private static readonly AsyncLocal<ImmutableDictionary<string, object>?> Flow = new();

    /// <summary>The keys that are set.</summary>
    public static IEnumerable<string> Keys => Flow.Value?.Keys ?? [];

    /// <summary>The keys and values that are set.</summary>
    public static IEnumerable<KeyValuePair<string, object>> Entries => Flow.Value ?? ImmutableDictionary<string, object>.Empty;

    internal static ImmutableDictionary<string, object>? Snapshot => Flow.Value;

    /// <summary>Sets a value.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="value">The value, which must never change.</param>
    public static void Set(string key, object value) =>
        Flow.Value = (Flow.Value ?? ImmutableDictionary.Create<string, object>(StringComparer.Ordinal)).SetItem(key, value);

    /// <summary>Reads a value.</summary>
    /// <param name="key">Its key.</param>
    /// <returns>The value, or null.</returns>
    public static object? Get(string key) => Flow.Value?.GetValueOrDefault(key);

    /// <summary>Removes a value.</summary>
    /// <param name="key">Its key.</param>
    /// <returns>Whether it was set.</returns>
    public static bool Remove(string key)
    {
        if (Flow.Value is not { } values || !values.ContainsKey(key)) return false;
        Flow.Value = values.Count == 1 ? null : values.Remove(key);
        return true;
    }

    /// <summary>Removes all values.</summary>
    public static void Clear() => Flow.Value = null;

    internal static void Restore(ImmutableDictionary<string, object>? snapshot) => Flow.Value = snapshot;
}
