using Arena.Gateway.Configuration;
using Arena.GrainInterfaces;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
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

    /// <summary>Connections for pages and REST, beside those of the hub.</summary>
    private const int OtherConnections = 5_000;

    private const string HubPath = "/hubs/game";

    public static IServiceCollection AddPlay(this IServiceCollection services)
    {
        services.AddSingleton<SessionTokens>().AddSingleton<GameConnections>().AddSingleton<JoinLimiter>().AddSingleton<SessionConnections>().AddSingleton<ScreenConnections>();
        services.AddSingleton<SessionRelays>().AddHostedService(provider => provider.GetRequiredService<SessionRelays>());
        services.AddSingleton<LatencyProber>().AddHostedService(provider => provider.GetRequiredService<LatencyProber>());
        services.AddSingleton<IConfigureOptions<SocketTransportOptions>, SlowConsumerTimeout>();
        // Browsers wait for a silo in real time, also where the time of games is not.
        services.AddSingleton(new GrainCallRetry(TimeProvider.System));
        services.AddSingleton<GatewayDrain>().AddHostedService(provider => provider.GetRequiredService<GatewayDrain>());
        services.AddOptions<HostOptions>().Configure<IOptions<GatewayOptions>>(
            (host, gateway) => host.ShutdownTimeout = GatewayDrain.ShutdownTimeout(gateway.Value.DrainMs));
        services.AddSingleton<HubRefusalWatch>().AddSingleton<HubBoundaryFilter>().AddSingleton<JoinCodeGuard>().AddSingleton<CodeMisses>().AddSingleton<SlowCallNotifier>();
        services
            .AddSignalR(hub =>
            {
                hub.MaximumReceiveMessageSize = HardMessageBytes;
                hub.KeepAliveInterval = TimeSpan.FromMilliseconds(ConnectionTimings.GatewayKeepAliveMs);
                hub.ClientTimeoutInterval = TimeSpan.FromMilliseconds(ConnectionTimings.GatewayTimeoutMs);
                hub.AddFilter<HubRefusalWatch>();
                hub.AddFilter<SlowCallNotifier>();
                hub.AddFilter<HubBoundaryFilter>();
                hub.AddFilter<JoinCodeGuard>();
            })
            .AddJsonProtocol(json => WireJson.Configure(json.PayloadSerializerOptions));
        services.RemoveAll<IHubProtocol>();
        services.AddSingleton(provider => new BoundedHubProtocol(
            new JsonHubProtocol(provider.GetRequiredService<IOptions<JsonHubProtocolOptions>>()),
            provider.GetRequiredService<IOptions<GatewayOptions>>().Value.MaxMessageBytes));
        services.AddSingleton<IHubProtocol>(provider => provider.GetRequiredService<BoundedHubProtocol>());
        services.AddSingleton<IHubProtocolResolver, HubProtocols>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<ConnectionWatch>(provider, TimeProvider.System));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<ConnectionLimit>(provider, TimeProvider.System));
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<GatewayOptions>>((server, gateway) =>
        {
            // Behind the hub's own count, which says why: for what never becomes a request.
            server.Limits.MaxConcurrentUpgradedConnections = gateway.Value.MaxConnections;
            server.Limits.MaxConcurrentConnections = gateway.Value.MaxConnections + OtherConnections;
        });
        return services;
    }

    /// <summary>Takes so many connections of the hub, in total and from one network.</summary>
    public static void UseConnectionLimit(this IApplicationBuilder app)
    {
        var limit = app.ApplicationServices.GetRequiredService<ConnectionLimit>();
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments(HubPath, StringComparison.OrdinalIgnoreCase),
            hub => hub.Use(next => context => limit.ServeAsync(context, next)));
    }

    /// <summary>A gateway that drains sends new connections to another one: a proxy takes 503 for that, a browser tries again.</summary>
    public static void UseGatewayDrain(this IApplicationBuilder app)
    {
        var drain = app.ApplicationServices.GetRequiredService<GatewayDrain>();
        app.UseWhen(
            context => drain.IsDraining && context.Request.Path.StartsWithSegments(HubPath, StringComparison.Ordinal),
            draining => draining.Run(context =>
            {
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return Task.CompletedTask;
            }));
    }

    /// <summary>WebSockets, and for networks that block them what HTTP alone can do: events one way and requests the other, or polling.</summary>
    public static void MapPlay(this IEndpointRouteBuilder routes)
    {
        var watch = routes.ServiceProvider.GetRequiredService<ConnectionWatch>();
        var transports = new HttpConnectionDispatcherOptions
        {
            Transports = HttpTransportType.WebSockets | HttpTransportType.ServerSentEvents | HttpTransportType.LongPolling,
        };
        transports.LongPolling.PollTimeout = TimeSpan.FromMilliseconds(ConnectionTimings.PollMs);
        // What MapHub does, with the watch before the hub.
        routes
            .MapConnections(HubPath, transports, connections => connections.Use(next => connection => watch.ServeAsync(connection, next)).UseHub<GameHub>())
            .WithMetadata(new HubMetadata(typeof(GameHub)), new RequestSizeLimitAttribute(HardMessageBytes))
            .AllowAnonymous();
    }
}
