using Arena.Storage.Tests.Support;

namespace Arena.Storage.Tests;

// What holds for every database, on SQLite.

public sealed class SqliteJournalTests : JournalTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => SqliteTestDatabase.NewAsync();
}

public sealed class SqliteQuizLibraryTests : QuizLibraryTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => SqliteTestDatabase.NewAsync();
}

public sealed class SqliteEventFeedTests : EventFeedTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => SqliteTestDatabase.NewAsync();
}

public sealed class SqliteKillTests : KillTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => SqliteTestDatabase.NewAsync();
}

public sealed class SqliteProjectionTests : ProjectionTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => SqliteTestDatabase.NewAsync();
}

public sealed class SqliteVerifierTests : VerifierTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => SqliteTestDatabase.NewAsync();
}

public sealed class SqliteRetentionTests : RetentionTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => SqliteTestDatabase.NewAsync();
}

public sealed class SqliteSnapshotTests : SnapshotTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => SqliteTestDatabase.NewAsync();
}

public sealed class SqliteEventDeliveriesTests : EventDeliveriesTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => SqliteTestDatabase.NewAsync();
}

public sealed class SqliteEventInboxTests : EventInboxTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => SqliteTestDatabase.NewAsync();
}

public sealed class SqliteGameSummariesTests : GameSummariesTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => SqliteTestDatabase.NewAsync();
}

public sealed class SqliteBoardLinesTests : BoardLinesTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => SqliteTestDatabase.NewAsync();
}

public sealed class SqliteProfileTests : ProfileTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => SqliteTestDatabase.NewAsync();
}

public sealed class SqliteGameReportMailsTests : GameReportMailsTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => SqliteTestDatabase.NewAsync();
}

public sealed class SqliteGameFiguresTests : GameFiguresTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => SqliteTestDatabase.NewAsync();
}

public sealed class SqliteWebhookOutboxTests : WebhookOutboxTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => SqliteTestDatabase.NewAsync();
}

public sealed class SqliteRebuildTests : RebuildTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => SqliteTestDatabase.NewAsync();
}

public sealed class SqliteBoardGamesTests : BoardGamesTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => SqliteTestDatabase.NewAsync();
}
