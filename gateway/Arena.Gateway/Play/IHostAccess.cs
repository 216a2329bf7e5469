namespace Arena.Gateway.Play;

/// <summary>Says whether a sign-in may host a session. The hub asks before it attaches a host and before each of its commands.</summary>
internal interface IHostAccess
{
    /// <param name="signIn">The signed-in browser, or the API key.</param>
    /// <param name="session">The session.</param>
    /// <param name="cancel">The caller has left.</param>
    Task<bool> IsAllowedAsync(Guid signIn, Guid session, CancellationToken cancel);
}
