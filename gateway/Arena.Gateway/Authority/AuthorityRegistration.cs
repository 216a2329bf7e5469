using Arena.Gateway.Play;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace Arena.Gateway.Authority;

/// <summary>All policies: access that none of them allows is denied.</summary>
internal static class AuthorityRegistration
{
    public static IServiceCollection AddAuthority(this IServiceCollection services)
    {
        services
            .AddAuthentication(CallerAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, CallerAuthentication>(
                CallerAuthentication.SchemeName, caller => caller.ForwardChallenge = caller.ForwardForbid = CallerAuthentication.SchemeName);
        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build())
            .AddPolicy(Access.Author, policy => policy.RequireRole(Access.Author))
            .AddPolicy(Access.Account, policy => policy.RequireRole(Access.Account))
            .AddPolicy(Access.Administrator, policy => policy.RequireRole(Access.Administrator))
            .AddPolicy(Access.ReadQuizzes, policy => policy.RequireRole(Access.Author, Access.Of(ApiKeyScope.QuizzesRead)))
            .AddPolicy(Access.WriteQuizzes, policy => policy.RequireRole(Access.Author, Access.Of(ApiKeyScope.QuizzesWrite)))
            .AddPolicy(Access.Launch, policy => policy.RequireRole(Access.Author, Access.Of(ApiKeyScope.GamesHost)))
            .AddPolicy(Access.Host, policy => policy.RequireRole(Access.Account, Access.Of(ApiKeyScope.GamesHost)))
            .AddPolicy(Access.ReadResults, policy => policy.RequireRole(Access.Account, Access.Of(ApiKeyScope.ResultsRead)))
            .AddPolicy(Access.ReadGames, policy => policy.RequireRole(Access.Author, Access.Of(ApiKeyScope.ResultsRead)))
            .AddPolicy(Access.ReadReport, policy => policy.RequireAssertion(context =>
                ReportAccess.MayRead(context.User) || ReportAccess.HasHostKey(context.Resource as HttpContext)))
            .AddPolicy(Access.ShareReport, policy => policy.RequireAssertion(context =>
                context.User.IsInRole(Access.Author) || ReportAccess.HasHostKey(context.Resource as HttpContext)));
        services.AddSingleton<ReportAccess>();
        services.AddSingleton<HostAccess>().AddSingleton<IHostAccess>(provider => provider.GetRequiredService<HostAccess>());
        services.AddSingleton<HostRevocation>();
        return services;
    }
}
