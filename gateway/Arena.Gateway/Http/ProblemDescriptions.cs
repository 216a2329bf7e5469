namespace Arena.Gateway.Http;

/// <summary>Says in the description of a route how it may refuse.</summary>
internal static class ProblemDescriptions
{
    public static TBuilder ProducesArenaProblem<TBuilder>(this TBuilder route, params ReadOnlySpan<int> statuses)
        where TBuilder : IEndpointConventionBuilder
    {
        foreach (int status in statuses)
            route.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(ArenaProblem), [Problems.ContentType]));
        return route;
    }

    public static RouteHandlerBuilder ProducesProblem<TProblem>(this RouteHandlerBuilder route, int status)
        where TProblem : ArenaProblem =>
        route.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(TProblem), [Problems.ContentType]));
}
