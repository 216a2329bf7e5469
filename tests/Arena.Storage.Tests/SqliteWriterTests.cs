using Arena.Grains.Ports;
using Arena.Storage.Sqlite;
using Arena.Storage.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Storage.Tests;

/// <summary>The group commit, with a write that holds the writer until the test lets it go.</summary>
public sealed class SqliteWriterTests : IAsyncDisposable
{
    private readonly SqliteTestDatabase _database = new();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task All_that_waits_shares_one_commit()
    {
        await using var storage = await TestStorage.StartAsync(_database);
        var owners = new List<OpenedJournal>();
        for (var i = 0; i < 100; i++)
            owners.Add(await storage.Journal.BeginAsync($"CODE{i:00}"));
        var before = storage.Commits.Entries.Count;
        var gate = await Gate.CloseAsync(storage);
        var appends = owners.Select(owner => storage.Journal.AppendAsync(owner, 1, "two", "three")).ToList();
        Assert.Equal(100, storage.Commits.QueueDepth());

        await gate.OpenAsync();

        Assert.All(await Task.WhenAll(appends), result => Assert.Equal(AppendResult.Appended, result));
        Assert.Equal([0, 200], storage.Commits.Entries.Skip(before));
        Assert.Equal(storage.Commits.Entries.Count, storage.Commits.Durations.Count);
        Assert.Equal(0, storage.Commits.QueueDepth());
    }

    [Fact]
    public async Task A_commit_takes_no_more_writes_than_its_bound()
    {
        await using var storage = await TestStorage.StartAsync(_database, ("Arena:Storage:MaxWritesPerCommit", "3"));
        var owner = await storage.Journal.BeginAsync("AAAAAA");
        var before = storage.Commits.Entries.Count;
        var gate = await Gate.CloseAsync(storage);
        var appends = Enumerable.Range(1, 7).Select(version => storage.Journal.AppendAsync(owner, version, "x")).ToList();

        await gate.OpenAsync();

        await Task.WhenAll(appends);
        Assert.Equal([0, 3, 3, 1], storage.Commits.Entries.Skip(before));
    }

    [Fact]
    public async Task A_write_that_finds_the_queue_full_is_refused_and_not_written()
    {
        await using var storage = await TestStorage.StartAsync(_database, ("Arena:Storage:MaxQueuedWrites", "2"));
        var owner = await storage.Journal.BeginAsync("AAAAAA");
        var gate = await Gate.CloseAsync(storage);
        var accepted = new[] { storage.Journal.AppendAsync(owner, 1, "two"), storage.Journal.AppendAsync(owner, 2, "three") };

        await Assert.ThrowsAsync<JournalOverloadedException>(() => storage.Journal.AppendAsync(owner, 3, "four"));

        await gate.OpenAsync();
        Assert.All(await Task.WhenAll(accepted), result => Assert.Equal(AppendResult.Appended, result));
        Assert.Equal(3, (await storage.Journal.OpenedAsync("AAAAAA")).Version);
    }

    [Fact]
    public async Task A_stop_commits_what_was_accepted()
    {
        await using var storage = await TestStorage.StartAsync(_database);
        var owner = await storage.Journal.BeginAsync("AAAAAA");
        var gate = await Gate.CloseAsync(storage);
        var appends = Enumerable.Range(1, 50).Select(version => storage.Journal.AppendAsync(owner, version, "x")).ToList();

        var stop = storage.StopAsync();
        await gate.OpenAsync();
        await stop;

        Assert.All(await Task.WhenAll(appends), result => Assert.Equal(AppendResult.Appended, result));
    }

    [Fact]
    public async Task An_append_that_was_cancelled_before_its_commit_is_not_written()
    {
        await using var storage = await TestStorage.StartAsync(_database);
        var owner = await storage.Journal.BeginAsync("AAAAAA");
        var gate = await Gate.CloseAsync(storage);
        using var cancel = new CancellationTokenSource();
        var append = storage.Journal.AppendAsync(new(owner.SessionId, owner.Epoch, 1, Sessions.Entries("x")), cancel.Token);

        await cancel.CancelAsync();
        await gate.OpenAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => append);
        Assert.Equal(1, (await storage.Journal.OpenedAsync("AAAAAA")).Version);
    }

    [Fact]
    public async Task A_write_that_breaks_a_constraint_fails_alone()
    {
        await using var storage = await TestStorage.StartAsync(_database);
        var owner = await storage.Journal.BeginAsync("AAAAAA");
        var gate = await Gate.CloseAsync(storage);
        var before = storage.Journal.AppendAsync(owner, 1, "two");
        var broken = gate.Writer.WriteAsync(
            statements => statements.Execute("INSERT INTO event_log (session_id) VALUES ('nobody')"), 1, default);
        var after = storage.Journal.AppendAsync(owner, 2, "three");

        await gate.OpenAsync();

        Assert.Equal(AppendResult.Appended, await before);
        Assert.Equal(AppendResult.Appended, await after);
        Assert.Contains("NOT NULL", (await Assert.ThrowsAnyAsync<Exception>(() => broken)).Message, StringComparison.Ordinal);
        Assert.Equal(3, (await storage.Journal.OpenedAsync("AAAAAA")).Version);
    }

    [Fact]
    public async Task A_full_disk_is_unavailable_and_the_next_write_is_tried_again()
    {
        await using var storage = await TestStorage.StartAsync(_database);
        var owner = await storage.Journal.BeginAsync("AAAAAA");
        var writer = storage.Services.GetRequiredService<SqliteWriter>();
        await writer.WriteAsync(
            statements =>
            {
                using var row = statements.Query("PRAGMA max_page_count = 1");
                return row.Read();
            },
            0, default);
        var large = new JournalEntry("large.v1", new string('x', 100_000), 1);

        var failure = await Assert.ThrowsAsync<JournalUnavailableException>(
            () => storage.Journal.AppendAsync(new(owner.SessionId, owner.Epoch, 1, [large]), default));

        Assert.Contains("full", failure.Message, StringComparison.Ordinal);
        Assert.Equal(AppendResult.Appended, await storage.Journal.AppendAsync(owner, 1, "two"));
    }

    [Fact]
    public async Task A_failure_of_the_commit_itself_is_an_unknown_outcome()
    {
        await using var storage = await TestStorage.StartAsync(_database);
        var owner = await storage.Journal.BeginAsync("AAAAAA");
        var gate = await Gate.CloseAsync(storage);
        // A deferred foreign key is checked by the commit.
        var orphan = gate.Writer.WriteAsync(
            statements => statements.Execute("PRAGMA defer_foreign_keys = ON") + statements.Execute(
                "INSERT INTO game_player (id, session_id, nickname, join_at) VALUES ('somebody', 'nowhere', '', 0)"),
            1, default);
        var append = storage.Journal.AppendAsync(owner, 1, "two");

        await gate.OpenAsync();

        await Assert.ThrowsAsync<JournalOutcomeUnknownException>(() => orphan);
        await Assert.ThrowsAsync<JournalOutcomeUnknownException>(() => append);
        Assert.Equal(1, (await storage.Journal.OpenedAsync("AAAAAA")).Version);
    }

    /// <summary>A write that is being run and does not end.</summary>
    private sealed class Gate
    {
        private readonly TaskCompletionSource _open = new();
        private Task _held = Task.CompletedTask;

        public required SqliteWriter Writer { get; init; }

        public static async Task<Gate> CloseAsync(TestStorage storage)
        {
            var gate = new Gate { Writer = storage.Services.GetRequiredService<SqliteWriter>() };
            var running = new TaskCompletionSource();
            gate._held = gate.Writer.WriteAsync(
                _ =>
                {
                    running.SetResult();
                    gate._open.Task.GetAwaiter().GetResult();
                    return 0;
                },
                0, default);
            await running.Task;
            return gate;
        }

        public Task OpenAsync()
        {
            _open.SetResult();
            return _held;
        }
    }
}
