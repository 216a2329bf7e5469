using Arena.Storage.Configuration;
using Arena.Storage.Copying;
using Arena.Storage.Model;
using Arena.Storage.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Tests;

/// <summary>A small install moves from SQLite to PostgreSQL without losing a row.</summary>
public sealed class CopyTests(PostgresServer server)
{
    [Fact]
    public async Task Every_row_is_copied_and_the_games_continue_there()
    {
        await using var file = new SqliteTestDatabase();
        await using var database = (PostgresTestDatabase)await server.NewDatabaseAsync();
        await FillAsync(file);

        var copy = await OperatorProgram.RunAsync("db", "copy", "--from", file.File, "--to", database.ConnectionString);

        Assert.Equal((0, ""), (copy.Exit, copy.Errors));
        Assert.Contains("The copy is complete", copy.Output, StringComparison.Ordinal);
        var verify = await OperatorProgram.RunAsync("db", "verify", "--postgres", database.ConnectionString);
        Assert.Equal((0, ""), (verify.Exit, verify.Errors));
        Assert.StartsWith("2 sessions, ", verify.Output, StringComparison.Ordinal);
        await using var there = await TestStorage.StartAsync(database);
        await using var context = there.Context();
        var last = await context.EventLog.MaxAsync(row => row.Id);
        var game = await TestGame.ReopenAsync(there.Journal, "AAAAAA", seed: 9);
        await game.PlayAsync(1);
        Assert.InRange(await context.EventLog.MaxAsync(row => row.Id), last + 1, long.MaxValue);
        Assert.NotEmpty(await context.Questions.ToListAsync());
        Assert.NotEmpty(await context.SessionSnapshots.ToListAsync());
    }

    [Fact]
    public async Task An_interrupted_copy_resumes_and_no_silo_starts_on_a_partial_one()
    {
        await using var file = new SqliteTestDatabase();
        await using var database = (PostgresTestDatabase)await server.NewDatabaseAsync();
        await FillAsync(file);
        await InterruptAsync(file, database);

        var refused = await Assert.ThrowsAsync<StorageException>(() => TestStorage.StartAsync(database));
        Assert.Contains("arena db copy", refused.Message, StringComparison.Ordinal);
        var copy = await OperatorProgram.RunAsync("db", "copy", "--from", file.File, "--to", database.ConnectionString);

        Assert.Equal((0, ""), (copy.Exit, copy.Errors));
        Assert.Contains("An interrupted copy goes on.", copy.Output, StringComparison.Ordinal);
        await using var there = await TestStorage.StartAsync(database);
    }

    [Fact]
    public async Task Another_file_does_not_continue_a_copy()
    {
        await using var file = new SqliteTestDatabase();
        await using var other = new SqliteTestDatabase();
        await using var database = (PostgresTestDatabase)await server.NewDatabaseAsync();
        await FillAsync(file);
        await FillAsync(other);
        await InterruptAsync(file, database);

        var copy = await OperatorProgram.RunAsync("db", "copy", "--from", other.File, "--to", database.ConnectionString);

        Assert.Equal(2, copy.Exit);
        Assert.Contains(file.File, copy.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_written_to_after_the_copy_had_begun_is_noticed()
    {
        await using var file = new SqliteTestDatabase();
        await using var database = (PostgresTestDatabase)await server.NewDatabaseAsync();
        await FillAsync(file);
        await InterruptAsync(file, database);
        await using (var storage = await TestStorage.StartAsync(file))
        {
            await using var context = storage.Context();
            await context.GameSessions.ExecuteUpdateAsync(set => set.SetProperty(row => row.ConfigJson, "{ }"));
        }

        var copy = await OperatorProgram.RunAsync("db", "copy", "--from", file.File, "--to", database.ConnectionString);

        Assert.Equal(2, copy.Exit);
        Assert.Contains("game_session: DIFFERENT", copy.Output, StringComparison.Ordinal);
        Assert.Contains("see game_session.", copy.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_not_empty_is_refused_and_left_as_it_is()
    {
        await using var file = new SqliteTestDatabase();
        await using var database = (PostgresTestDatabase)await server.NewDatabaseAsync();
        await FillAsync(file);
        await using (var storage = await TestStorage.StartAsync(database))
            await TestGame.LaunchAsync(storage.Journal, "CCCCCC", seed: 1);

        var copy = await OperatorProgram.RunAsync("db", "copy", "--from", file.File, "--to", database.ConnectionString);

        Assert.Equal(2, copy.Exit);
        Assert.Contains("is not empty", copy.Errors, StringComparison.Ordinal);
        await using var again = await TestStorage.StartAsync(database);
        Assert.Equal(["CCCCCC"], (await again.Journal.LiveSessionsAsync(default)).Select(session => session.Code));
    }

    [Fact]
    public async Task A_file_that_does_not_exist_is_named()
    {
        await using var database = (PostgresTestDatabase)await server.NewDatabaseAsync();

        var copy = await OperatorProgram.RunAsync("db", "copy", "--from", "nowhere.db", "--to", database.ConnectionString);

        Assert.Equal(2, copy.Exit);
        Assert.Contains("nowhere.db", copy.Errors, StringComparison.Ordinal);
    }

    private static async Task InterruptAsync(SqliteTestDatabase file, PostgresTestDatabase database)
    {
        await using var from = await TestStorage.StartAsync(file);
        await using var to = await TestStorage.StartAsync(database);
        using var interrupt = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DatabaseCopy.RunAsync(
            from.Services,
            to.Services,
            line =>
            {
                if (line.StartsWith("game_session", StringComparison.Ordinal))
                    interrupt.Cancel();
            },
            interrupt.Token,
            rowsABatch: 7));
    }

    /// <summary>A quiz, a game that runs and one that has ended.</summary>
    private static async Task FillAsync(SqliteTestDatabase file)
    {
        await using var storage = await TestStorage.StartAsync(file);
        await using (var context = storage.Context())
        {
            var quiz = new QuizRow { Id = Guid.NewGuid(), Title = "Où? ∀", CreatedAt = DateTimeOffset.UnixEpoch, UpdatedAt = DateTimeOffset.UnixEpoch };
            var question = new QuestionRow { Id = Guid.NewGuid(), Prompt = "?" };
            question.Options.Add(new() { Id = Guid.NewGuid(), Label = "A", IsCorrect = true, Weight = 0.1 });
            quiz.Questions.Add(question);
            context.Add(quiz);
            await context.SaveChangesAsync();
            for (var i = 0; i < 20; i++)
            {
                var key = i % 2 == 0 ? $"é{i}" : $"Z{i}";
                await context.Database.ExecuteSqlAsync(
                    $"INSERT INTO orleansstorage VALUES ('arena', 't', {key}, 0, {i - 10}, {(i == 3 ? null : new byte[] { 1, (byte)i })}, {i})");
            }
        }
        var running = await TestGame.LaunchAsync(storage.Journal, "AAAAAA", seed: 1);
        await running.JoinAsync(20);
        await running.PlayAsync(2);
        await running.KeepSnapshotAsync();
        var ended = await TestGame.LaunchAsync(storage.Journal, "BBBBBB", seed: 2);
        await ended.JoinAsync(5);
        await ended.HostAsync(new Game.Vocabulary.HostAction.End());
    }
}
