using Arena.Runtime.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Arena.Bench;

/// <summary>A silo process with nothing but the grain that is called.</summary>
internal static class ServedSilo
{
    public const string Ready = "ready";

    public static async Task RunAsync(string database, string key)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddGrainEngine(engine => Configure(engine, database, key));
        using var host = builder.Build();
        await host.StartAsync();
        Console.WriteLine(Ready);
        await Console.In.ReadLineAsync();
        await host.StopAsync();
        Console.WriteLine(Environment.CpuUsage.TotalTime.TotalMicroseconds);
    }

    public static void Configure(GrainEngineBuilder engine, string database, string key)
    {
        engine.AddAssembly(typeof(SpeakerGrain).Assembly).UseCluster();
        engine.Services.AddTcpTransport().Configure<TransportOptions>(transport => (transport.ListenPort, transport.Key) = (0, key));
        engine.Services.AddPostgresClusterStore(database);
    }
}
