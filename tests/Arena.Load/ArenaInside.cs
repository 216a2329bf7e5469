using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;

namespace Arena.Load;

/// <summary>Arena in this process, on a real loopback port and a real SQLite file, so that its heap can be measured.</summary>
internal sealed class ArenaInside : WebApplicationFactory<Program>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("arena-load-").FullName;

    public ArenaInside() => UseKestrel(0);

    public Uri Address
    {
        get
        {
            StartServer();
            var addresses = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
            return new UriBuilder(addresses.First()) { Host = "127.0.0.1" }.Uri;
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseContentRoot(_folder);
        builder.UseSetting("Arena:Storage:Path", Path.Combine(_folder, "arena.db"));
        builder.UseSetting("Arena:Gateway:KeyFolder", Path.Combine(_folder, "keys"));
        foreach (var (key, value) in RaisedLimits.Settings)
            builder.UseSetting(key, value);
        builder.ConfigureServices(services => services.Configure<GrainCollectionOptions>(collection =>
            (collection.CollectionAge, collection.CollectionQuantum) = (TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1))));
        foreach (var category in (string[])["Default", "Microsoft", "Microsoft.Hosting.Lifetime"])
            builder.UseSetting($"Logging:LogLevel:{category}", "Error");
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
