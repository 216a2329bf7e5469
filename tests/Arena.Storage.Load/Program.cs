using Arena.Grains;
using Arena.Storage;
using Arena.Storage.Load;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

// The storage is chosen as in every Arena process: --Arena:Storage:Path=<file>.
var run = new ConfigurationBuilder().AddCommandLine(args).Build();
var appenders = (run["appenders"] ?? "1,100,10000").Split(',').Select(int.Parse).ToList();
switch (run["mode"])
{
    case "append":
        using (var host = await StartAsync(args))
            await AppendUntilKilled.RunAsync(host.Services.GetRequiredService<ISessionJournal>(), appenders[0]);
        return 0;
    case "bench":
        var seconds = TimeSpan.FromSeconds(double.Parse(run["seconds"] ?? "5", System.Globalization.CultureInfo.InvariantCulture));
        Console.WriteLine("appenders  grouping     durable/s   p50 ms   p99 ms");
        foreach (var count in appenders)
        {
            foreach (var grouped in new[] { true, false })
            {
                using var host = await StartAsync(grouped ? args : [.. args, "--Arena:Storage:MaxWritesPerCommit=1"]);
                var result = await Bench.RunAsync(host.Services.GetRequiredService<ISessionJournal>(), count, seconds);
                Console.WriteLine($"{count,9}  {(grouped ? "group commit" : "one a commit")} {result}");
                await host.StopAsync();
            }
        }
        return 0;
    default:
        Console.Error.WriteLine("Usage: Arena.Storage.Load --mode=append|bench [--appenders=1,100,10000] [--seconds=5] --Arena:Storage:Path=<file>");
        return 2;
}

static async Task<IHost> StartAsync(string[] args)
{
    var builder = Host.CreateEmptyApplicationBuilder(new() { Args = args });
    builder.Configuration.AddCommandLine(args);
    builder.Services.AddArenaStorage(builder.Configuration);
    var host = builder.Build();
    await host.StartAsync();
    return host;
}
