namespace Arena.Gateway.Media.Uploads;

/// <summary>A medium as it comes into an author's library.</summary>
/// <param name="Prepared">Its stored form.</param>
/// <param name="Title">What its file was called; null if nothing is known of that.</param>
/// <param name="Alt">What it shows.</param>
/// <param name="Credit">Author and licence.</param>
internal sealed record KeptMedium(PreparedMedium Prepared, string? Title, string? Alt, string? Credit);
