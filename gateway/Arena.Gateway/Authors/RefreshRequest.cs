namespace Arena.Gateway.Authors;

/// <param name="RefreshToken">From the last token reply.</param>
public sealed record RefreshRequest(string RefreshToken);
