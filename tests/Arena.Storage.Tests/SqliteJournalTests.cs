namespace Arena.Storage.Tests;

public sealed class SqliteJournalTests : JournalTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => Task.FromResult<TestDatabase>(new SqliteTestDatabase());
}
