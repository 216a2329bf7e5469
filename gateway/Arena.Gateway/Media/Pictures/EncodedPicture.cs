namespace Arena.Gateway.Media.Pictures;

/// <summary>A picture as it is stored: without metadata, turned as it is looked at, in a few sizes.</summary>
/// <param name="Width">Of the largest.</param>
/// <param name="Height">Of the largest.</param>
/// <param name="Full">The file of the largest.</param>
/// <param name="Sizes">The files of the smaller ones, by width, ascending.</param>
internal sealed record EncodedPicture(int Width, int Height, string Full, IReadOnlyDictionary<int, string> Sizes);
