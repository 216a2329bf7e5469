using Arena.Grains.Ports;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Arena.Storage.Tests.Support;

/// <summary>A process's storage, started and stopped as a host does it.</summary>
public sealed class TestStorage : IAsyncDisposable
{
    private readonly IHost _host;

    private TestStorage(IHost host)
    {
        _host = host;
        Commits = new(_host.Services);
    }

    public ISessionJournal Journal => _host.Services.GetRequiredService<ISessionJournal>();

    public IQuizLibrary Library => _host.Services.GetRequiredService<IQuizLibrary>();

    public IServiceProvider Services => _host.Services;

    public CommitRecorder Commits { get; }

    public static Task<TestStorage> StartAsync(TestDatabase database, params (string Key, string Value)[] settings) =>
        StartAsync(database, TimeProvider.System, settings);

    public static async Task<TestStorage> StartAsync(TestDatabase database, TimeProvider time, params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(database.Settings);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Key, setting.Value)));
        builder.Services.AddSingleton(time);
        builder.Services.AddArenaStorage(builder.Configuration);
        var host = builder.Build();
        try
        {
            var storage = new TestStorage(host);
            await host.StartAsync();
            return storage;
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    public ArenaDbContext Context() => Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContext();

    public Task StopAsync() => _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        Commits.Dispose();
        await ((IAsyncDisposable)_host).DisposeAsync();
    }
}
