namespace Arena.Gateway.Media;

/// <summary>Why a medium is not taken.</summary>
/// <param name="Code">The code.</param>
/// <param name="Limit">The limit that was met.</param>
/// <param name="Detail">For the developer of a client.</param>
internal sealed record MediaRefusal(MediaErrorCode Code, long? Limit = null, string? Detail = null);
