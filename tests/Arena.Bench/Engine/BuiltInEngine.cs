using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Bench;

/// <summary>The built-in engine.</summary>
internal static class BenchEngine
{
    public const string Name = "built-in engine";

    public static IServiceCollection AddBenchEngine(this IServiceCollection services) =>
        services.AddGrainEngine(engine => engine.AddAssembly(typeof(SpeakerGrain).Assembly));

    public static void AddCommands(Command command, Option<int> grains, Option<int> callers, Option<int> calls, Option<int> rounds)
    {
        Option<int> silos = new("--silos") { DefaultValueFactory = _ => 1, Description = "How many silo processes are called." };
        Command cluster = new("cluster", "Measures the same calls from a client process to silo processes over TCP, with membership on PostgreSQL, next to a bare echo over TCP.")
        {
            grains, callers, calls, rounds, silos,
        };
        cluster.SetAction(parsed => Clustered.MeasureAsync(
            parsed.GetValue(silos), parsed.GetValue(grains), parsed.GetValue(callers), parsed.GetValue(calls), parsed.GetValue(rounds)));
        command.Add(cluster);

        Argument<string> database = new("database");
        Argument<string> key = new("key");
        Command serve = new("silo", "A silo of the cluster that is measured, until its standard input ends.") { database, key };
        serve.Hidden = true;
        serve.SetAction(parsed => ServedSilo.RunAsync(parsed.GetValue(database)!, parsed.GetValue(key)!));
        command.Add(serve);
    }
}
