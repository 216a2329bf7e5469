using Arena.Gateway.Http;

namespace Arena.Gateway.Administration;

/// <summary>Composition of what administrators see.</summary>
internal static class AdministrationRegistration
{
    public static IServiceCollection AddAdministration(this IServiceCollection services) => services.AddSingleton(new ProblemCodes(typeof(EventErrorCode)));
}
