using System.Globalization;

namespace Arena.Gateway.Media;

/// <summary>The names of media, and the keys of their objects in the store.</summary>
internal static class MediaKeys
{
    public const int NameLength = 32;

    /// <summary>Of the content itself; of a picture the largest size.</summary>
    public static string Full(string name) => $"{name}/full";

    /// <summary>Of a smaller size of a picture.</summary>
    public static string Size(string name, int width) => string.Create(CultureInfo.InvariantCulture, $"{name}/{width}");

    /// <summary>All objects of a medium.</summary>
    public static IEnumerable<string> All(string name, IEnumerable<int> widths) => widths.Select(width => Size(name, width)).Append(Full(name));

    public static bool IsName(string name) => name.Length == NameLength && name.All(char.IsAsciiHexDigitLower);
}
