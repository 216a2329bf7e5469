using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Bench;

/// <summary>The built-in engine.</summary>
internal static class BenchEngine
{
    public const string Name = "built-in engine";

    public static IReadOnlyList<Command> Commands => [Cluster(), Silo()];

    public static IServiceCollection AddBenchEngine(this IServiceCollection services) =>
        services.AddGrainEngine(engine => engine.AddAssembly(typeof(SpeakerGrain).Assembly));

    private static Command Cluster()
    {
        Option<int> silos = new("--silos") { DefaultValueFactory = _ => 1, Description = "How many silo processes are called." };
        Command cluster = new("cluster", "Measures the same calls from a client process to silo processes over TCP, with membership on PostgreSQL, next to a bare echo over TCP.")
        {
            BenchOptions.Grains, BenchOptions.Callers, BenchOptions.Calls, BenchOptions.Rounds, silos,
        };
        cluster.SetAction(parsed => Clustered.MeasureAsync(
            parsed.GetValue(silos), parsed.GetValue(BenchOptions.Grains), parsed.GetValue(BenchOptions.Callers),
            parsed.GetValue(BenchOptions.Calls), parsed.GetValue(BenchOptions.Rounds)));
        return cluster;
    }

    private static Command Silo()
    {
        Argument<string> database = new("database");
        Argument<string> key = new("key");
        Command silo = new("silo", "A silo of the cluster that is measured, until its standard input ends.") { database, key };
        silo.Hidden = true;
        silo.SetAction(parsed => ServedSilo.RunAsync(parsed.GetValue(database)!, parsed.GetValue(key)!));
        return silo;
    }
}
