using Arena.Gateway.Authority;
using Arena.Gateway.Configuration;
using Arena.Gateway.Http;
using Arena.Gateway.Play;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Sessions;

/// <summary>Composition of the sessions' REST.</summary>
internal static class SessionRegistration
{
    public static IServiceCollection AddSessions(this IServiceCollection services)
    {
        services.AddSingleton<ScreenAccess>().AddSingleton<IScreenAccess>(provider => provider.GetRequiredService<ScreenAccess>()).AddHostedService<ScreenWatch>();
        services.AddSingleton<JoinAddress>().AddSingleton<GuestSessions>().AddSingleton<PreviousGames>();
        services.AddRateLimiter(limiter => limiter.AddPolicy(SessionEndpoints.LaunchPolicy, context => AddressRate.PerMinute(
            RateCaller.Of(context).Payer, context.RequestServices.GetRequiredService<IOptions<GatewayOptions>>().Value.LaunchesPerMinute)));
        return services;
    }
}
