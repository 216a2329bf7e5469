using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace Arena.Gateway.Authority;

/// <summary>The policies, all of them: what is not allowed here is allowed nowhere.</summary>
internal static class AuthorityRegistration
{
    public static IServiceCollection AddAuthority(this IServiceCollection services)
    {
        services
            .AddAuthentication(CallerAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, CallerAuthentication>(CallerAuthentication.SchemeName, null);
        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build())
            .AddPolicy(Access.Author, policy => policy.RequireRole(Access.Author))
            .AddPolicy(Access.Account, policy => policy.RequireRole(Access.Account))
            .AddPolicy(Access.Administrator, policy => policy.RequireRole(Access.Administrator));
        services.AddSingleton<HostAccess>();
        return services;
    }
}
