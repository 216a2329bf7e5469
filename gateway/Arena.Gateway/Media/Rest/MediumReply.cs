using System.Globalization;
using Arena.Game.Vocabulary;
using Arena.Storage.Model;

namespace Arena.Gateway.Media.Rest;

/// <summary>A medium of an author.</summary>
/// <param name="Name">Its name, by which questions refer to it, and under which <c>/media/</c> serves it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Width">In pixels; absent for a sound.</param>
/// <param name="Height">In pixels; absent for a sound.</param>
/// <param name="Seconds">How long it lasts, rounded up; absent for a picture.</param>
/// <param name="Bytes">Of what is served under its name alone.</param>
/// <param name="Widths">Of the smaller sizes of a picture, which are served under name and width.</param>
public sealed record MediumReply(string Name, MediumKind Kind, int? Width, int? Height, int? Seconds, long Bytes, IReadOnlyList<int> Widths)
{
    internal static MediumReply Of(MediaRow row) => new(row.Name, row.Kind, row.Width, row.Height, row.Seconds, row.Bytes, WidthsOf(row.Widths));

    internal static int[] WidthsOf(string stored) =>
        [.. stored.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(width => int.Parse(width, CultureInfo.InvariantCulture))];
}
