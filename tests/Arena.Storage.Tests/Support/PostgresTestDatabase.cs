namespace Arena.Storage.Tests;

public sealed class PostgresTestDatabase(PostgresServer server, string name) : TestDatabase
{
    public string Name => name;

    public string ConnectionString => server.ConnectionString(name);

    public override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Arena:Storage:Provider"] = "postgres",
        ["Arena:Storage:ConnectionString"] = ConnectionString,
    };

    public override async ValueTask DisposeAsync() => await server.ExecuteAsync("postgres", $"DROP DATABASE {name} WITH (FORCE)");
}
