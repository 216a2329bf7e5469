using Npgsql;

namespace Arena.Storage.Load.Databases;

/// <summary>A database a time on one server.</summary>
internal sealed class BenchPostgres(string connectionString, IReadOnlyList<string> settings) : BenchDatabase(settings)
{
    public override string Name => "PostgreSQL";

    public override async Task<IReadOnlyList<string>> NewAsync()
    {
        var name = $"bench_{Guid.NewGuid():N}";
        await using var source = NpgsqlDataSource.Create(connectionString);
        // The name is made of hexadecimal digits.
#pragma warning disable CA2100
        await using var create = source.CreateCommand($"CREATE DATABASE {name}");
#pragma warning restore CA2100
        await create.ExecuteNonQueryAsync();
        return
        [
            "--Arena:Storage:Provider=postgres",
            $"--Arena:Storage:ConnectionString={new NpgsqlConnectionStringBuilder(connectionString) { Database = name }.ConnectionString}",
        ];
    }
}
