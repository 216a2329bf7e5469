using Arena.Storage;
using Arena.Storage.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Arena.Cli;

/// <summary>The storage of a database that the command line names.</summary>
internal sealed class Database : IAsyncDisposable
{
    private readonly IHost _host;

    private Database(string name, IHost host)
    {
        Name = name;
        _host = host;
    }

    /// <summary>For people.</summary>
    public string Name { get; }

    public IServiceProvider Services => _host.Services;

    /// <summary>The one of the two that is given, or else the one that the environment configures, as for the server.</summary>
    /// <exception cref="StorageException">Both are given, or one cannot be right.</exception>
    public static Database Open(string? sqlite, string? postgres) => (sqlite, postgres) switch
    {
        (not null, not null) => throw new StorageException("Give either --sqlite or --postgres, not both."),
        (not null, null) => Sqlite(sqlite),
        (null, not null) => Postgres(postgres),
        _ => Build("the configured database", []),
    };

    public static Database Sqlite(string path) => Build(Path.GetFullPath(path), new()
    {
        ["Arena:Storage:Provider"] = nameof(StorageProvider.Sqlite),
        ["Arena:Storage:Path"] = Path.GetFullPath(path),
    });

    public static Database Postgres(string connectionString) => Build("the PostgreSQL database", new()
    {
        ["Arena:Storage:Provider"] = nameof(StorageProvider.Postgres),
        ["Arena:Storage:ConnectionString"] = connectionString,
    });

    public async ValueTask DisposeAsync() => await ((IAsyncDisposable)_host).DisposeAsync();

    private static Database Build(string name, Dictionary<string, string?> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddEnvironmentVariables();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddArenaStorage(builder.Configuration).AddDerivedTables();
        var host = builder.Build();
        try
        {
            _ = host.Services.GetRequiredService<IOptions<StorageOptions>>().Value;
            return new(name, host);
        }
        catch (OptionsValidationException invalid)
        {
            host.Dispose();
            throw new StorageException(string.Join(' ', invalid.Failures), invalid);
        }
    }
}
