using Arena.Gateway.Media.Recognition;

namespace Arena.Gateway.Media.Uploads;

/// <summary>The stored form of an upload.</summary>
/// <param name="Name">Of the medium: of its content.</param>
/// <param name="Description">What it is.</param>
/// <param name="Bytes">Of the content.</param>
/// <param name="StoredBytes">With its smaller sizes.</param>
/// <param name="Widths">Of those.</param>
/// <param name="Files">The file of each object, by its key.</param>
internal sealed record PreparedMedium(
    string Name, MediaDescription Description, long Bytes, long StoredBytes, IReadOnlyList<int> Widths, IReadOnlyDictionary<string, string> Files);
