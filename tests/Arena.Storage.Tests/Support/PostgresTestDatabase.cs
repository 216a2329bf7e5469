
[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace Arena.Storage.Tests.Support;

public sealed class PostgresTestDatabase(PostgresServer server, string name) : TestDatabase
{
    public string Name => name;

    public string ConnectionString => server.ConnectionString(name);

    public override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Arena:Storage:Provider"] = "postgres",
        ["Arena:Storage:ConnectionString"] = ConnectionString,
    };

    public override async ValueTask DisposeAsync() => await server.DropDatabaseAsync(name);
}

internal static class PostgresServerSteps
{
    /// <summary>An empty database of one test's own.</summary>
    public static async Task<TestDatabase> NewDatabaseAsync(this PostgresServer server) =>
        new PostgresTestDatabase(server, await server.CreateDatabaseAsync());
}
