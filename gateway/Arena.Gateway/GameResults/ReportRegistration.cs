namespace Arena.Gateway.GameResults;

/// <summary>Composition of the reports of games.</summary>
internal static class ReportRegistration
{
    public static IServiceCollection AddReports(this IServiceCollection services) => services.AddSingleton<ReportedGames>().AddSingleton<PublicSummaries>();
}
