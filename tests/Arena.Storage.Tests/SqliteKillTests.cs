namespace Arena.Storage.Tests;

public sealed class SqliteKillTests : KillTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => Task.FromResult<TestDatabase>(new SqliteTestDatabase());
}
