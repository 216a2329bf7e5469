using Arena.Storage.Tests.Support;

namespace Arena.Storage.Tests;

// What holds for every database, on PostgreSQL.

public sealed class PostgresJournalTests(PostgresServer server) : JournalTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => server.NewDatabaseAsync();
}

public sealed class PostgresQuizLibraryTests(PostgresServer server) : QuizLibraryTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => server.NewDatabaseAsync();
}

public sealed class PostgresEventFeedTests(PostgresServer server) : EventFeedTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => server.NewDatabaseAsync();
}

public sealed class PostgresKillTests(PostgresServer server) : KillTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => server.NewDatabaseAsync();
}

public sealed class PostgresProjectionTests(PostgresServer server) : ProjectionTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => server.NewDatabaseAsync();
}

public sealed class PostgresVerifierTests(PostgresServer server) : VerifierTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => server.NewDatabaseAsync();
}

public sealed class PostgresRetentionTests(PostgresServer server) : RetentionTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => server.NewDatabaseAsync();
}

public sealed class PostgresSnapshotTests(PostgresServer server) : SnapshotTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => server.NewDatabaseAsync();
}

public sealed class PostgresEventDeliveriesTests(PostgresServer server) : EventDeliveriesTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => server.NewDatabaseAsync();
}

public sealed class PostgresEventInboxTests(PostgresServer server) : EventInboxTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => server.NewDatabaseAsync();
}

public sealed class PostgresGameSummariesTests(PostgresServer server) : GameSummariesTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => server.NewDatabaseAsync();
}

public sealed class PostgresBoardLinesTests(PostgresServer server) : BoardLinesTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => server.NewDatabaseAsync();
}

public sealed class PostgresProfileTests(PostgresServer server) : ProfileTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => server.NewDatabaseAsync();
}

public sealed class PostgresGameReportMailsTests(PostgresServer server) : GameReportMailsTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => server.NewDatabaseAsync();
}

public sealed class PostgresGameFiguresTests(PostgresServer server) : GameFiguresTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => server.NewDatabaseAsync();
}

public sealed class PostgresWebhookOutboxTests(PostgresServer server) : WebhookOutboxTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => server.NewDatabaseAsync();
}

public sealed class PostgresRebuildTests(PostgresServer server) : RebuildTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => server.NewDatabaseAsync();
}

public sealed class PostgresBoardGamesTests(PostgresServer server) : BoardGamesTests
{
    protected override Task<TestDatabase> NewDatabaseAsync() => server.NewDatabaseAsync();
}
