using Microsoft.Extensions.Hosting;

namespace Arena.Silo;

/// <summary>A silo as a process of its own. Not <c>Program</c>: a project that references the gateway as well must distinguish the two.</summary>
internal static class SiloProgram
{
    private static Task<int> Main(string[] args) => Running.UntilStoppedAsync(args, arguments =>
    {
        var builder = Host.CreateApplicationBuilder(arguments);
        builder.AddArenaTelemetry("arena-silo");
        builder.Services
            .AddArenaSilo(builder.Configuration)
            .AddSiloGreeting();
        return builder.Build();
    });
}
