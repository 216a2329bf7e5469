using Arena.Hosting;
using Arena.Hosting.Hosts;
using Arena.Hosting.Silos;
using Microsoft.Extensions.Hosting;

namespace Arena.Silo;

/// <summary>A silo as a process of its own. Not <c>Program</c>: a project that references the gateway as well must distinguish the two.</summary>
internal static class SiloProgram
{
    private static Task<int> Main(string[] args) => HostRunner.UntilStoppedAsync(args, arguments =>
    {
        var builder = Host.CreateApplicationBuilder(arguments);
        builder.AddArenaTelemetry("arena-silo");
        builder.Services
            .AddArenaSilo(builder.Configuration)
            .AddSiloStartupBanner();
        return builder.Build();
    });
}
