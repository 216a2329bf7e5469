using Arena.Gateway.Authority;
using Microsoft.AspNetCore.Authentication;

namespace Arena.Gateway.Accounts.ApiKeys;

/// <summary>Composition of the API keys.</summary>
internal static class ApiKeyRegistration
{
    public static IServiceCollection AddApiKeys(this IServiceCollection services)
    {
        services.AddSingleton<ApiKeyStore>();
        services.AddSingleton<ApiKeyRate>();
        services.Configure<AuthenticationSchemeOptions>(
            CallerAuthentication.SchemeName,
            caller => caller.ForwardDefaultSelector = http => ApiKeyToken.IsIn(http.Request) ? ApiKeyAuthentication.SchemeName : null);
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.SchemeName, null);
        return services;
    }

    /// <summary>Where it is known who asks.</summary>
    public static void UseApiKeyRate(this IApplicationBuilder app) => app.UseMiddleware<ApiKeyRate>();
}
