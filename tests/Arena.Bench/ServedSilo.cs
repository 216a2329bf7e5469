using Microsoft.Extensions.Hosting;

namespace Arena.Bench;

/// <summary>A silo process with nothing but the grain that is called.</summary>
internal static class ServedSilo
{
    public const string Ready = "ready";

    public static async Task RunAsync(string membership)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddClusterSilo(membership);
        using var host = builder.Build();
        await host.StartAsync();
        Console.WriteLine(Ready);
        await Console.In.ReadLineAsync();
        await host.StopAsync();
    }
}
