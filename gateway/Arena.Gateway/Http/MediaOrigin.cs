namespace Arena.Gateway.Http;

/// <summary>Where pages take media from, beside the origin that they are from themselves.</summary>
/// <param name="Cdn">Scheme and host of a content delivery network; null for none.</param>
internal sealed record MediaOrigin(string? Cdn);
