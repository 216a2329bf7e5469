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
            foreach (var line in addresses.SelectMany(address => LinesOf(BindingAddress.Parse(address), LanAddresses.OfThisMachine())))
                Console.WriteLine(line);
        }
    }

    /// <summary>What is said of an address at which the gateway listens.</summary>
    /// <param name="listening">The address.</param>
    /// <param name="machine">Those of this machine, the likeliest first.</param>
    internal static IEnumerable<string> LinesOf(BindingAddress listening, IReadOnlyList<LanAddress> machine)
    {
        yield return $"Arena is ready. Open {listening.Scheme}://localhost:{listening.Port} to host a game.";
        if (listening.Host is not ("*" or "+" or "0.0.0.0" or "[::]"))
            yield break;
        foreach (var (place, own) in machine.Index())
        {
            var said = place == 0 ? "Phones in the same network" : "If they are in another one";
            var name = machine.Count > 1 ? $" ({own.Interface})" : "";
            yield return $"{said}: {listening.Scheme}://{own.Address}:{listening.Port}{name}";
        }
    }
}
