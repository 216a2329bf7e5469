using Arena.GrainInterfaces;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Play;

/// <summary>The hub that browsers play through.</summary>
internal static class PlayRegistration
{
    /// <summary>SignalR's own bound, far above the protocol's: past it the connection is closed.</summary>
    private const int HardMessageBytes = 128 * 1_024;

    public static IServiceCollection AddPlay(this IServiceCollection services)
    {
        services.AddSingleton<SessionTokens>().AddSingleton<GameConnections>();
        services.AddSingleton<SessionRelays>().AddHostedService(provider => provider.GetRequiredService<SessionRelays>());
        services.AddSingleton<SiloPatience>();
        services.AddSingleton<GatewayDrain>().AddHostedService(provider => provider.GetRequiredService<GatewayDrain>());
        services.AddSingleton<HubBoundaryFilter>();
        services
            .AddSignalR(hub =>
            {
                hub.MaximumReceiveMessageSize = HardMessageBytes;
                hub.AddFilter<HubBoundaryFilter>();
            })
            .AddJsonProtocol(json => WireJson.Configure(json.PayloadSerializerOptions));
        services.RemoveAll<IHubProtocol>();
        services.AddSingleton<IHubProtocol>(provider => new BoundedHubProtocol(
            new JsonHubProtocol(provider.GetRequiredService<IOptions<JsonHubProtocolOptions>>()),
            provider.GetRequiredService<IOptions<GatewayOptions>>().Value.MaxMessageBytes));
        return services;
    }

    public static void MapPlay(this IEndpointRouteBuilder routes) =>
        routes.MapHub<GameHub>("/hubs/game", hub => hub.Transports = HttpTransportType.WebSockets);
}
