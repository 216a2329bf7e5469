using Arena.Grains.Events;
using Arena.Hosting;
using Arena.Load.Events;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Arena.Load.Clusters;

/// <summary>A silo of the cluster for consumers alone, in this process: one more consumer counts the events and how old they are.</summary>
internal sealed class ConsumerSilo : IAsyncDisposable
{
    /// <summary>Beyond the pauses between the attempts of what could not be delivered while processes were gone.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private readonly IHost _host;
    private readonly CountingConsumer _counts;

    private ConsumerSilo(IHost host, CountingConsumer counts) => (_host, _counts) = (host, counts);

    public static async Task<ConsumerSilo> StartAsync(IReadOnlyDictionary<string, string> settings)
    {
        var counts = new CountingConsumer();
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(settings!).AddInMemoryCollection([new("Arena:Silo:Roles", "consumers")]);
        builder.Logging.AddConsole().SetMinimumLevel(LogLevel.Error);
        builder.Services.AddArenaSilo(builder.Configuration).AddSingleton<IEventConsumer>(counts);
        var host = builder.Build();
        await host.StartAsync();
        return new(host, counts);
    }

    /// <summary>Begins to note ages.</summary>
    public void Measure() => _counts.Measure();

    /// <summary>Waits until so many events have come since the start.</summary>
    /// <returns>The ages since <see cref="Measure"/> in milliseconds, and how many events came again since the start.</returns>
    public async Task<(IReadOnlyCollection<double> Ages, long Repeated)> ReachedAsync(long events)
    {
        await _counts.ReachedAsync(events).WaitAsync(Longest);
        return (_counts.Ages, _counts.Repeated);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
