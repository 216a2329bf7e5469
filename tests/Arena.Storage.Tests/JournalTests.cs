using Arena.Grains.Ports;
using Arena.Storage.Model;
using Arena.Storage.Tests.Support;

namespace Arena.Storage.Tests;

/// <summary>What the port promises, on every database.</summary>
public abstract class JournalTests : DatabaseTests
{
    private ISessionJournal Journal => Storage.Journal;

    [Fact]
    public async Task A_new_session_has_its_first_entry_and_is_live()
    {
        var session = Sessions.New("AAAAAA");
        Assert.Equal(CreateResult.Created, await Journal.CreateAsync(session, Sessions.Entry("created"), default));

        var opened = await Journal.OpenedAsync("AAAAAA");

        Assert.Equal(session.SessionId, opened.SessionId);
        Assert.Equal(1, opened.Version);
        Assert.Equal(2, opened.Epoch);
        Assert.Equal(Sessions.Entries("created"), opened.Entries);
        Assert.Equal([new("AAAAAA", 2)], await Journal.LiveSessionsAsync(default));
        Assert.True(await Journal.IsLiveAsync(session.SessionId, default));
        Assert.False(await Journal.IsLiveAsync(Guid.NewGuid(), default));
    }

    [Fact]
    public async Task An_unknown_code_opens_nothing() => Assert.Null(await Journal.OpenAsync("NOBODY", default));

    [Fact]
    public async Task Appended_entries_are_read_in_order_after_a_restart_as_they_were_written()
    {
        var first = await Journal.BeginAsync("AAAAAA");
        var strange = new JournalEntry("b.v2", "{\"$type\":\"x\",  \"é\": \"\\u0000 '\\\" ∀\", \"a\":1.0}", 5);
        Assert.Equal(AppendResult.Appended, await Journal.AppendAsync(first, 1, "two", "three"));
        Assert.Equal(AppendResult.Appended, await Journal.AppendAsync(new(first.SessionId, first.Epoch, 3, [strange]), default));
        await RestartAsync();

        var second = await Journal.OpenedAsync("AAAAAA");

        Assert.Equal([.. Sessions.Entries("created", "two", "three"), strange], second.Entries);
        Assert.Equal((first.Epoch + 1, 4L), (second.Epoch, second.Version));
    }

    [Fact]
    public async Task An_old_owner_is_fenced_and_writes_nothing()
    {
        var old = await Journal.BeginAsync("AAAAAA");
        var present = await Journal.OpenedAsync("AAAAAA");

        Assert.Equal(AppendResult.Fenced, await Journal.AppendAsync(old, 1, "zombie"));

        Assert.Equal(AppendResult.Appended, await Journal.AppendAsync(present, 1, "two"));
        Assert.Equal(Sessions.Entries("created", "two"), (await Journal.OpenedAsync("AAAAAA")).Entries);
        Assert.Equal(1, Storage.Commits.Fenced);
    }

    [Fact]
    public async Task Only_the_last_opener_owns_a_stream()
    {
        var old = await Journal.BeginAsync("AAAAAA");
        Assert.True(await Journal.IsOwnedAsync(old.SessionId, old.Epoch, default));

        var present = await Journal.OpenedAsync("AAAAAA");

        Assert.False(await Journal.IsOwnedAsync(old.SessionId, old.Epoch, default));
        Assert.True(await Journal.IsOwnedAsync(present.SessionId, present.Epoch, default));
        Assert.False(await Journal.IsOwnedAsync(Guid.NewGuid(), present.Epoch, default));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task An_append_after_another_version_than_the_last_is_fenced(long version)
    {
        var owner = await Journal.BeginAsync("AAAAAA");

        Assert.Equal(AppendResult.Fenced, await Journal.AppendAsync(owner, version, "x", "y"));

        Assert.Equal(Sessions.Entries("created"), (await Journal.OpenedAsync("AAAAAA")).Entries);
    }

    [Fact]
    public async Task An_append_to_a_session_that_does_not_exist_is_fenced() => Assert.Equal(
        AppendResult.Fenced, await Journal.AppendAsync(new(Guid.NewGuid(), 1, 1, Sessions.Entries("x")), default));

    [Fact]
    public async Task An_append_without_entries_is_a_bug_of_the_caller()
    {
        var owner = await Journal.BeginAsync("AAAAAA");

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Journal.AppendAsync(owner, 1));
    }

    [Fact]
    public async Task A_fenced_append_does_not_affect_the_others_of_its_batch()
    {
        var owners = new List<OpenedJournal>();
        for (var i = 0; i < 20; i++)
            owners.Add(await Journal.BeginAsync($"CODE{i:00}"));
        foreach (var stolen in owners.Where((_, i) => i % 2 == 1).ToList())
            await Journal.OpenedAsync($"CODE{owners.IndexOf(stolen):00}");

        var results = await Task.WhenAll(owners.Select(owner => Journal.AppendAsync(owner, 1, "two", "three")));

        Assert.All(results, (result, i) => Assert.Equal(i % 2 == 0 ? AppendResult.Appended : AppendResult.Fenced, result));
        for (var i = 0; i < owners.Count; i++)
            Assert.Equal(i % 2 == 0 ? 3 : 1, (await Journal.OpenedAsync($"CODE{i:00}")).Version);
    }

    [Fact]
    public async Task Appends_of_one_owner_that_are_sent_ahead_keep_their_order()
    {
        var owner = await Journal.BeginAsync("AAAAAA");

        var results = await Task.WhenAll(Enumerable.Range(1, 50).Select(version => Journal.AppendAsync(owner, version, $"e{version}")));

        Assert.All(results, result => Assert.Equal(AppendResult.Appended, result));
        var expected = Enumerable.Range(1, 50).Select(version => Sessions.Entry($"e{version}")).Prepend(Sessions.Entry("created"));
        Assert.Equal(expected, (await Journal.OpenedAsync("AAAAAA")).Entries);
    }

    [Fact]
    public async Task A_live_sessions_code_is_taken()
    {
        await Journal.BeginAsync("AAAAAA");

        Assert.Equal(CreateResult.CodeTaken, await Journal.CreateAsync(Sessions.New("AAAAAA"), Sessions.Entry("created"), default));
    }

    [Fact]
    public async Task Of_concurrent_claims_of_a_code_one_succeeds()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(
            _ => Journal.CreateAsync(Sessions.New("AAAAAA"), Sessions.Entry("created"), default)));

        Assert.Single(results, result => result == CreateResult.Created);
    }

    [Fact]
    public async Task Creating_a_session_again_is_harmless()
    {
        var session = Sessions.New("AAAAAA");
        Assert.Equal(CreateResult.Created, await Journal.CreateAsync(session, Sessions.Entry("created"), default));

        Assert.Equal(CreateResult.Exists, await Journal.CreateAsync(session, Sessions.Entry("created"), default));

        Assert.Equal(1, (await Journal.OpenedAsync("AAAAAA")).Version);
    }

    [Fact]
    public async Task The_end_frees_the_code_and_closes_the_journal()
    {
        var owner = await Journal.BeginAsync("AAAAAA");
        await Journal.AppendAsync(new(owner.SessionId, owner.Epoch, 1, [new("started.v1", "{}", 11)]) { Changes = new() { StartedAtMs = 10 } }, default);
        await Journal.AppendAsync(new(owner.SessionId, owner.Epoch, 2, [new("ended.v1", "{}", 21)]) { Changes = new() { EndedAtMs = 20 } }, default);

        Assert.Empty(await Journal.LiveSessionsAsync(default));
        Assert.Null(await Journal.OpenAsync("AAAAAA", default));
        Assert.Equal(AppendResult.Fenced, await Journal.AppendAsync(owner, 3, "late"));
        var next = await Journal.BeginAsync("AAAAAA");
        Assert.NotEqual(owner.SessionId, next.SessionId);
        await using var context = Storage.Context();
        var ended = await context.GameSessions.FindAsync(owner.SessionId);
        Assert.Equal((SessionStatus.Ended, 10L, 20L, 3L), (
            ended!.Status, ended.StartedAt?.ToUnixTimeMilliseconds(), ended.EndedAt?.ToUnixTimeMilliseconds(), ended.Version));
    }

    [Fact]
    public async Task A_write_after_the_stop_is_refused_as_unavailable()
    {
        var owner = await Journal.BeginAsync("AAAAAA");
        await Storage.StopAsync();

        await Assert.ThrowsAsync<JournalUnavailableException>(() => Journal.AppendAsync(owner, 1, "late"));
    }

    [Fact]
    public async Task A_cancelled_append_ends_as_cancelled()
    {
        var owner = await Journal.BeginAsync("AAAAAA");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Journal.AppendAsync(new(owner.SessionId, owner.Epoch, 1, Sessions.Entries("x")), new(canceled: true)));
    }

    [Fact]
    public async Task The_event_log_orders_the_entries_of_all_sessions_as_they_were_committed()
    {
        var a = await Journal.BeginAsync("AAAAAA");
        var b = await Journal.BeginAsync("BBBBBB");
        await Journal.AppendAsync(b, 1, "b2");
        await Journal.AppendAsync(a, 1, "a2");
        await Journal.AppendAsync(b, 2, "b3");

        await using var context = Storage.Context();
        var log = context.EventLog.OrderBy(row => row.Id).Select(row => new { row.SessionId, row.Version, row.Epoch }).ToList();

        Assert.Equal(
            [(a.SessionId, 1L, 1L), (b.SessionId, 1, 1), (b.SessionId, 2, 2), (a.SessionId, 2, 2), (b.SessionId, 3, 2)],
            log.Select(row => (row.SessionId, row.Version, row.Epoch)));
    }
}
