namespace Arena.Gateway.Http;

/// <summary>Which allowance a route is charged to, as its metadata: those who spend one do not spend another.</summary>
internal enum RateBucket
{
    /// <summary>The caller's own: that of the account, or of all without an account in a network.</summary>
    Caller,

    /// <summary>The network's, for signing in and staying signed in.</summary>
    SignIn,

    /// <summary>The network's, for authors without an account, who are free.</summary>
    NewAuthor,
}
