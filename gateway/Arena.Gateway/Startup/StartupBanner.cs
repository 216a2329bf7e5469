using Arena.Gateway.Sessions;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Arena.Gateway.Startup;

/// <summary>Prints the address to open, in plain words among the JSON logs.</summary>
internal static class StartupBanner
{
    public static IServiceCollection AddStartupBanner(this IServiceCollection services)
    {
        services.AddHostedService<Banner>();
        return services;
    }

    private sealed class Banner(IServer server, IHostApplicationLifetime lifetime) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            lifetime.ApplicationStarted.Register(Print);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        private void Print()
        {
            var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
            foreach (var address in addresses.Select(BindingAddress.Parse))
            {
                Console.WriteLine($"Arena is ready. Open {address.Scheme}://localhost:{address.Port} to host a game.");
                if (address.Host is "*" or "+" or "0.0.0.0" or "[::]")
                {
                    foreach (var local in JoinAddress.LocalNetwork())
                        Console.WriteLine($"Phones in the same network: {address.Scheme}://{local}:{address.Port}");
                }
            }
        }
    }
}
