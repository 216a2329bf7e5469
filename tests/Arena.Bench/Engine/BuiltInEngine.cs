using Arena.Runtime.Postgres;
using Arena.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Bench;

/// <summary>The built-in engine.</summary>
internal static class BenchEngine
{
    public const string Name = "built-in engine";

    private const string Key = "a key of the bench, for the loopback alone";

    public static IServiceCollection AddBenchEngine(this IServiceCollection services) =>
        services.AddGrainEngine(engine => engine.AddAssembly(typeof(SpeakerGrain).Assembly));

    public static IServiceCollection AddClusterSilo(this IServiceCollection services, string membership) =>
        services.AddGrainEngine(engine => Join(engine, membership));

    public static IServiceCollection AddClusterClient(this IServiceCollection services, IReadOnlyList<string> silos) =>
        services.AddGrainClient(engine => Join(engine, silos[0]));

    private static void Join(GrainEngineBuilder engine, string membership)
    {
        engine.AddAssembly(typeof(SpeakerGrain).Assembly).UseCluster();
        engine.Services.AddTcpTransport().Configure<TransportOptions>(transport => (transport.ListenPort, transport.Key) = (0, Key));
        engine.Services.AddPostgresClusterStore(membership);
    }
}

/// <summary>Where silos find each other: a PostgreSQL database.</summary>
internal sealed class BenchMembership : IAsyncDisposable
{
    private readonly PostgresServer _server;

    private BenchMembership(PostgresServer server, IReadOnlyList<string> silos) => (_server, Silos) = (server, silos);

    /// <summary>What each silo must be told.</summary>
    public IReadOnlyList<string> Silos { get; }

    public static async Task<BenchMembership> OpenAsync(int silos)
    {
        var server = new PostgresServer();
        return new(server, [.. Enumerable.Repeat(server.ConnectionString(await server.CreateDatabaseAsync()), silos)]);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
