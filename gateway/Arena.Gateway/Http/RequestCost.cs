namespace Arena.Gateway.Http;

/// <summary>
/// What a request of a route costs of its allowance, as its metadata; without it, one. What costs more than one is also bounded in how many
/// run for a caller at once.
/// </summary>
/// <param name="Permits">What it costs.</param>
/// <param name="Parameter">The parameter of the query without which it costs one; null if it always costs that.</param>
internal sealed record RequestCost(int Permits, string? Parameter = null)
{
    /// <summary>A whole quiz is read or written.</summary>
    public static RequestCost Quiz { get; } = new(5);

    /// <summary>The questions of an author are searched.</summary>
    public static RequestCost Search { get; } = new(5, "search");

    /// <summary>A medium is read and stored.</summary>
    public static RequestCost Medium { get; } = new(5);

    /// <summary>All that there is of an account is read.</summary>
    public static RequestCost Export { get; } = new(10);

    /// <returns>What a request costs.</returns>
    public int Of(HttpRequest request) => Parameter is null || request.Query.ContainsKey(Parameter) ? Permits : 1;
}
