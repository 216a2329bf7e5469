namespace Arena.Gateway.Http;

/// <summary>Whose pages may frame the page of a screen link, beside those of this gateway.</summary>
/// <param name="Origins">Each as a browser writes it.</param>
internal sealed record FrameOrigins(IReadOnlyList<string> Origins);
