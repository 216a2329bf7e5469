using Arena.GrainInterfaces;
using Arena.Grains.Configuration;
using Arena.Grains.Names;
using Arena.Grains.Session;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Arena.Grains;

/// <summary>What the grains need, beside their ports' adapters.</summary>
public static class GrainsRegistration
{
    public static IServiceCollection AddArenaGrains(this IServiceCollection services)
    {
        services.AddOptions<GameOptions>().BindConfiguration(GameOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<GameOptions>, WordFileValidator>();
        services.AddSingleton<WordFilter>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ServerClock>();
        services.AddSingleton<LiveSessionRegistry>();
        services.AddHostedService<SessionRecoveryService>();
        services.AddHostedService<SessionDrain>();
        return services;
    }
}
