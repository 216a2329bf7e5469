namespace Arena.Runtime;

/// <summary>
/// A hash that is the same in every process and release: FNV-1a, 32 bits, over UTF-16 code units
/// (http://www.isthe.com/chongo/tech/comp/fnv/).
/// </summary>
internal static class StableHash
{
    public static uint Of(string text)
    {
        var hash = 2166136261u;
        foreach (var character in text) hash = unchecked((hash ^ character) * 16777619u);
        return hash;
    }
}
