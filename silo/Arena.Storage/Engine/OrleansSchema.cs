using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Arena.Storage;

/// <summary>
/// Orleans' own tables and queries. Its packages do not carry the scripts that make them, and Arena has no copy: they come from a folder
/// that the configuration names. Each is applied once, whole or not at all.
/// </summary>
internal sealed class OrleansSchema(string? folder) : IPostgresSchemaPart
{
    public const string Key = "Arena:Orleans:ScriptFolder";
    private const string Source = "the folder src/AdoNet of Orleans' source, at the tag of the release (https://aka.ms/orleans-sql-scripts)";

    /// <summary>In the order in which they must be applied, each with a table that only it makes.</summary>
    private static readonly (string Script, string Table)[] Parts =
    [
        ("PostgreSQL-Main.sql", "orleansquery"),
        ("PostgreSQL-Clustering.sql", "orleansmembershiptable"),
        ("PostgreSQL-Persistence.sql", "orleansstorage"),
        ("PostgreSQL-Reminders.sql", "orleansreminderstable"),
    ];

    public async Task ApplyAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        foreach (var (script, table) in Parts)
        {
            await using var exists = connection.Command("SELECT to_regclass($1)::text", table);
            if (await exists.ExecuteScalarAsync(cancel) is string)
                continue;
            await using var transaction = await connection.BeginTransactionAsync(cancel);
            await using var apply = new NpgsqlCommand(await File.ReadAllTextAsync(Find(script), cancel), connection);
            await ApplyAsync(apply, script, cancel);
            await transaction.CommitAsync(cancel);
        }
    }

    private async Task ApplyAsync(NpgsqlCommand apply, string script, CancellationToken cancel)
    {
        try
        {
            await apply.ExecuteNonQueryAsync(cancel);
        }
        catch (PostgresException refused)
        {
            throw new StorageException(
                $"{Key} is '{folder}', whose {script} the database refused ({refused.MessageText}); nothing of it was kept. "
                + $"Give the scripts of this Orleans release, unchanged, from {Source}.", refused);
        }
    }

    /// <summary>The script, in the folder itself or below it, as in Orleans' source.</summary>
    private string Find(string script)
    {
        if (string.IsNullOrWhiteSpace(folder))
            throw new StorageException($"{Key} is missing, and the database lacks what {script} makes. {Remedy}");
        if (!Directory.Exists(folder))
            throw new StorageException($"{Key} is '{folder}', where no folder is. {Remedy}");
        return Directory.EnumerateFiles(folder, script, SearchOption.AllDirectories).Order(StringComparer.Ordinal).FirstOrDefault()
            ?? throw new StorageException($"{Key} is '{folder}', which has no {script}. {Remedy}");
    }

    private static string Remedy =>
        $"Copy {string.Join(", ", Parts.Select(part => part.Script))} from {Source} to a folder, name it, and run: arena db migrate";
}

/// <summary>The engine's part of the schema.</summary>
internal static class OrleansSchemaRegistration
{
    public static IServiceCollection AddEngineSchema(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton<IPostgresSchemaPart>(new OrleansSchema(configuration[OrleansSchema.Key]));
}
