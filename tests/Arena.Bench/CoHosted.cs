using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Arena.Bench;

/// <summary>Calls within one process, next to a hand-written channel actor.</summary>
internal static class CoHosted
{
    public static async Task MeasureAsync(int grains, int callers, int calls, int rounds)
    {
        Console.WriteLine($"Orleans: {grains} grains, {callers} callers, {calls:N0} calls a round, {rounds} rounds, {Environment.ProcessorCount} processors");
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddBenchSilo();
        using var host = builder.Build();
        await host.StartAsync();
        var factory = host.Services.GetRequiredService<IGrainFactory>();
        var speakers = Enumerable.Range(0, grains).Select(i => factory.GetGrain<ISpeaker>($"speaker-{i}")).ToArray();
        var actors = Enumerable.Range(0, grains).Select(_ => new ChannelSpeaker()).ToArray();

        Func<string, Task<string>>[] kept = [.. speakers.Select(speaker => (Func<string, Task<string>>)speaker.Say)];
        Func<string, Task<string>>[] made = [.. speakers.Select(speaker => speaker.GetPrimaryKeyString())
            .Select(key => (Func<string, Task<string>>)(text => factory.GetGrain<ISpeaker>(key).Say(text)))];
        Func<string, Task<string>>[] floor = [.. actors.Select(actor => (Func<string, Task<string>>)actor.Say)];

        (string Name, Func<string, Task<string>>[] Targets, List<Round> Rounds)[] subjects =
        [
            ("grain", kept, []),
            ("grain, GetGrain each call", made, []),
            ("channel actor (floor)", floor, []),
        ];

        // The subjects take turns, so that a disturbance of the machine affects all equally.
        for (var round = -3; round < rounds; round++)
        {
            foreach (var subject in subjects)
            {
                var measured = await Round.RunAsync(subject.Targets, callers, calls);
                if (round >= 0) subject.Rounds.Add(measured);
            }
        }

        Table.Head();
        foreach (var subject in subjects) Table.Line(subject.Name, subject.Rounds);
        foreach (var actor in actors) await actor.DisposeAsync();
        await host.StopAsync();
    }
}
