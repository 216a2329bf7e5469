using System.Globalization;

namespace Arena.Gateway.Media;

/// <summary>The keys of the objects of media in the store.</summary>
internal static class MediaKeys
{
    /// <summary>Of the content itself; of a picture the largest size.</summary>
    public static string Full(string name) => $"{name}/full";

    /// <summary>Of a smaller size of a picture.</summary>
    public static string Size(string name, int width) => string.Create(CultureInfo.InvariantCulture, $"{name}/{width}");

    /// <summary>All objects of a medium.</summary>
    public static IEnumerable<string> All(string name, IEnumerable<int> widths) => widths.Select(width => Size(name, width)).Append(Full(name));
}
