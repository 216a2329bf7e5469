using Arena.GrainInterfaces;
using Arena.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Arena.Load.Clusters;

/// <summary>One more client of a cluster, which asks Orleans where its sessions are.</summary>
internal sealed class SessionOwners : IAsyncDisposable
{
    private readonly IHost _host;

    private SessionOwners(IHost host) => _host = host;

    private IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    private IManagementGrain Management => Grains.GetGrain<IManagementGrain>(0);

    /// <summary>Joins the cluster that these settings are of.</summary>
    public static async Task<SessionOwners> ConnectAsync(IReadOnlyDictionary<string, string> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Services.AddArena(builder.Configuration);
        var host = builder.Build();
        await host.StartAsync();
        return new(host);
    }

    /// <summary>Which silo has a session, counted in the order in which they joined; null if none has.</summary>
    public async Task<int?> OwnerAsync(string code)
    {
        if (await Management.GetActivationAddress(Grains.GetGrain<IGameSessionGrain>(code)) is not { } owner)
            return null;
        return (await SilosAsync()).IndexOf(owner);
    }

    /// <summary>How many sessions each silo has, in the order in which they joined.</summary>
    public async Task<IReadOnlyList<int>> SessionsPerSiloAsync()
    {
        var sessions = (await Management.GetDetailedGrainStatistics()).Where(grain => grain.GrainId.Type.ToString() == "gamesession").ToList();
        return (await SilosAsync()).ConvertAll(silo => sessions.Count(session => session.SiloAddress.Equals(silo)));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    private async Task<List<SiloAddress>> SilosAsync() =>
        [.. (await Management.GetDetailedHosts(onlyActive: true)).OrderBy(silo => silo.StartTime).Select(silo => silo.SiloAddress)];
}
