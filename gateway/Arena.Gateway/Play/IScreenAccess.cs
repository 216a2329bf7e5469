namespace Arena.Gateway.Play;

/// <summary>Knows the screen links of sessions.</summary>
internal interface IScreenAccess
{
    /// <param name="token">What the link is known by.</param>
    /// <param name="cancel">The caller has left.</param>
    /// <returns>The session that the link shows; null if there is none.</returns>
    Task<(string Code, Guid SessionId)?> FindAsync(string? token, CancellationToken cancel);
}
