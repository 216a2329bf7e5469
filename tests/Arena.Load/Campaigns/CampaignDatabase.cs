using Arena.Storage;
using Arena.Storage.Model;
using Arena.Storage.Verification;
using Arena.TestKit.Processes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Arena.Load.Campaigns;

/// <summary>The empty database of one run: how Arena is configured for it, and how its content is read after Arena stopped.</summary>
internal sealed class CampaignDatabase : IAsyncDisposable
{
    private readonly PostgresServer? _server;
    private readonly string? _name;

    private CampaignDatabase(PostgresServer? server, string? name)
    {
        (_server, _name) = (server, name);
        Folder = Directory.CreateTempSubdirectory("arena-campaign-").FullName;
        Settings = server is null
            ? new() { ["Arena:Storage:Path"] = Path.Combine(Folder, "arena.db") }
            : new() { ["Arena:Storage:Provider"] = "postgres", ["Arena:Storage:ConnectionString"] = server.ConnectionString(name!) };
        RaisedLimits.AddTo(Settings);
    }

    /// <summary>Where Arena keeps its keys, and SQLite its file.</summary>
    public string Folder { get; }

    /// <summary>Arena's configuration.</summary>
    public Dictionary<string, string> Settings { get; }

    /// <param name="server">Null for SQLite.</param>
    public static async Task<CampaignDatabase> NewAsync(PostgresServer? server) =>
        new(server, server is null ? null : await server.CreateDatabaseAsync());

    /// <summary>Reads the database, through a storage of its own.</summary>
    public async Task<T> ReadAsync<T>(Func<ArenaDbContext, StorageVerifier, Task<T>> read)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(Settings!);
        builder.Services.AddArenaStorage(builder.Configuration);
        using var host = builder.Build();
        await using var context = await host.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContextAsync();
        return await read(context, host.Services.GetRequiredService<StorageVerifier>());
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DropDatabaseAsync(_name!);
        Directory.Delete(Folder, recursive: true);
    }
}
