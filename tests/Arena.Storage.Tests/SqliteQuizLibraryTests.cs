namespace Arena.Storage.Tests;

public sealed class SqliteQuizLibraryTests : QuizLibraryTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => Task.FromResult<TestDatabase>(new SqliteTestDatabase());
}
