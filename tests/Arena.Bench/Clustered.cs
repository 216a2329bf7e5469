using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Arena.Bench;

/// <summary>Calls from this process to silo processes over TCP, next to a bare echo over TCP in the same rounds.</summary>
internal static class Clustered
{
    public static async Task MeasureAsync(int silos, int grains, int callers, int calls, int rounds)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Orleans: {silos} silo processes and one client process, {grains} grains, {callers} callers, {calls:N0} calls a round, {rounds} rounds, {Environment.ProcessorCount} processors"));
        await using var membership = await BenchMembership.OpenAsync(silos);
        var served = new List<ServedProcess>();
        foreach (var silo in membership.Silos) served.Add(await ServedProcess.StartAsync(silo));
        await using var echo = new TcpEcho();
        await echo.StartAsync();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddClusterClient(membership.Silos);
        using var host = builder.Build();
        await host.StartAsync();
        var factory = host.Services.GetRequiredService<IGrainFactory>();
        Func<string, Task<string>>[] far = [.. Enumerable.Range(0, grains)
            .Select(i => (Func<string, Task<string>>)factory.GetGrain<ISpeaker>($"speaker-{i}").Say)];
        Func<string, Task<string>>[] floor = [.. Enumerable.Repeat((Func<string, Task<string>>)echo.Say, grains)];
        (string Name, Func<string, Task<string>>[] Targets, List<Round> Rounds)[] subjects = [("grain over TCP", far, []), ("bare echo over TCP (floor)", floor, [])];
        var siloCpu = new List<double>();
        for (var round = -3; round < rounds; round++)
        {
            foreach (var subject in subjects)
            {
                var before = served.Sum(process => process.Cpu.TotalMicroseconds);
                var measured = await Round.RunAsync(subject.Targets, callers, calls);
                if (round < 0) continue;
                subject.Rounds.Add(measured);
                if (subject.Targets == far) siloCpu.Add((served.Sum(process => process.Cpu.TotalMicroseconds) - before) / calls);
            }
        }

        Table.Head();
        foreach (var subject in subjects) Table.Line(subject.Name, subject.Rounds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"silo processes: {siloCpu.Order().ElementAt(rounds / 2):N2} us of CPU a call (median)"));
        await host.StopAsync();
        foreach (var process in served) await process.DisposeAsync();
    }
}
