using System.Globalization;
using Arena.Grains.Ports;
using Arena.Storage.Load;
using Arena.Storage.Load.Bench;
using Arena.Storage.Load.Databases;
using Arena.TestKit.Processes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

var run = new ConfigurationBuilder().AddCommandLine(args).Build();
switch (run["mode"])
{
    case "append":
        using (var host = await StorageHost.StartAsync(args))
        {
            await AppendUntilKilled.RunAsync(
                host.Services.GetRequiredService<ISessionJournal>(), int.Parse(run["appenders"] ?? "40", CultureInfo.InvariantCulture));
        }
        return 0;
    case "bench":
        var folder = Directory.CreateDirectory(Path.Combine(run["folder"] ?? Path.GetTempPath(), $"arena-bench-{Guid.NewGuid():N}"));
        try
        {
            var settings = args.Where(arg => arg.StartsWith("--Arena:", StringComparison.Ordinal)).ToList();
            var chosen = (run["databases"] ?? "postgres,sqlite").Split(',');
            await using var server = new PostgresServer { Durable = true };
            if (chosen.Contains("postgres") && run["postgres"] is null)
                run["postgres"] = server.ConnectionString(await server.CreateDatabaseAsync());
            await new Benchmark(
                [.. chosen.Select(BenchDatabase (name) => name switch
                {
                    "postgres" => new BenchPostgres(run["postgres"]!, settings),
                    "sqlite" => new BenchSqlite(folder.FullName, settings),
                    _ => throw new ArgumentException($"There is no database '{name}'."),
                })],
                [.. (run["players"] ?? "1,100,10000").Split(',').Select(count => int.Parse(count, CultureInfo.InvariantCulture))],
                folder.FullName,
                int.Parse(run["rounds"] ?? "5", CultureInfo.InvariantCulture)).RunAsync();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        return 0;
    case "snapshot":
        new SnapshotCost(players: 10_000, questions: 20, rounds: 5).Run();
        return 0;
    default:
        Console.Error.WriteLine("""
            Usage: Arena.Storage.Load --mode=bench [--rounds=5] [--databases=postgres,sqlite] [--players=1,100,10000] [--folder=FOLDER FOR SQLITE] [--postgres="Host=...;Database=postgres;Username=..."]
                   Arena.Storage.Load --mode=snapshot
                   Arena.Storage.Load --mode=append [--appenders=40] --Arena:Storage:Path=FILE
            Without --postgres the benchmark starts a server of its own, which syncs. Settings --Arena:Storage:...=... are passed on.
            """);
        return 2;
}
