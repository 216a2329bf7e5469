namespace Arena.Gateway.Http;

/// <summary>
/// What a request of a route costs of its allowance, as its metadata; without it, one. What costs more than one is also bounded in how many
/// run for a caller at once.
/// </summary>
internal sealed record RequestCost(int Permits)
{
    /// <summary>A whole quiz is read or written.</summary>
    public static RequestCost Quiz { get; } = new(5);

    /// <summary>A medium is read and stored.</summary>
    public static RequestCost Medium { get; } = new(5);

    /// <summary>All that there is of an account is read.</summary>
    public static RequestCost Export { get; } = new(10);
}
