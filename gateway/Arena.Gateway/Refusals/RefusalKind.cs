namespace Arena.Gateway.Refusals;

/// <summary>Why callers were refused, as far as it may be an attack. The number is that of the log event: it never changes.</summary>
internal enum RefusalKind
{
    /// <summary>More requests than a rate limit of the REST interface permits.</summary>
    RequestRate = 260,
    /// <summary>More calls of the hub than a connection may make.</summary>
    CallRate = 261,
    /// <summary>More join codes without a game than a caller may try.</summary>
    JoinCodes = 262,
    /// <summary>No seat or connection was free, or none for this caller.</summary>
    Seats = 263,
    /// <summary>A page of another origin.</summary>
    Origin = 264,
    /// <summary>A token, host key or API key that proves nothing.</summary>
    Token = 265,
    /// <summary>A host that is none of this gateway's: DNS rebinding, or a proxy that sends a name of its own.</summary>
    Host = 266,
    /// <summary>A browser refused what a page's policy forbids, and reported it.</summary>
    PagePolicy = 267,
}
