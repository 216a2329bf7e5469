using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Arena.Storage.Load;

/// <summary>The storage, chosen and started as in every Arena process: <c>--Arena:Storage:Path=FILE</c>.</summary>
internal static class StorageHost
{
    public static async Task<IHost> StartAsync(string[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { Args = settings });
        builder.Configuration.AddCommandLine(settings);
        builder.Services.AddArenaStorage(builder.Configuration);
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }
}
