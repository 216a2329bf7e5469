using Arena.Grains.Ports;
using Arena.Grains.Session;
using Arena.Storage.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Arena.Storage.Tests;

/// <summary>A session's snapshot and the entries after it, on every database.</summary>
public abstract class SnapshotTests : DatabaseTests
{
    private ISessionJournal Journal => Storage.Journal;

    [Fact]
    public async Task An_opening_reads_the_snapshot_and_the_entries_after_it()
    {
        var owner = await Journal.BeginAsync("AAAAAA");
        await Journal.AppendAsync(owner, 1, "two", "three", "four");
        var snapshot = Snapshot(version: 3);
        await Journal.KeepSnapshotAsync(owner.SessionId, snapshot, default);
        await RestartAsync();

        var opened = await Journal.OpenedAsync("AAAAAA");

        Same(snapshot, opened.Snapshot);
        Assert.Equal(Sessions.Entries("four"), opened.Entries);
        Assert.Equal((4L, Sessions.Now + 1), (opened.Version, opened.LastAtMs));
    }

    [Fact]
    public async Task A_snapshot_of_the_last_entry_leaves_nothing_to_read()
    {
        var owner = await Journal.BeginAsync("AAAAAA");
        await Journal.KeepSnapshotAsync(owner.SessionId, Snapshot(version: 1), default);

        var opened = await Journal.OpenedAsync("AAAAAA");

        Assert.Empty(opened.Entries);
        Assert.Equal((1L, 1_001L), (opened.Version, opened.LastAtMs));
        Assert.Equal(AppendResult.Appended, await Journal.AppendAsync(opened, 1, "two"));
    }

    [Fact]
    public async Task The_first_entries_are_still_there_for_a_reader_that_cannot_use_the_snapshot()
    {
        var owner = await Journal.BeginAsync("AAAAAA");
        await Journal.AppendAsync(owner, 1, "two", "three");
        await Journal.KeepSnapshotAsync(owner.SessionId, Snapshot(version: 2), default);

        Assert.Equal(Sessions.Entries("created", "two"), await Journal.ReadAsync(owner.SessionId, 2, default));
        Assert.Empty(await Journal.ReadAsync(Guid.NewGuid(), 2, default));
    }

    [Fact]
    public async Task An_older_snapshot_never_replaces_a_newer_one()
    {
        var owner = await Journal.BeginAsync("AAAAAA");
        await Journal.AppendAsync(owner, 1, "two", "three");
        var newer = Snapshot(version: 3);
        await Journal.KeepSnapshotAsync(owner.SessionId, newer, default);

        await Journal.KeepSnapshotAsync(owner.SessionId, Snapshot(version: 2), default);

        Same(newer, (await Journal.OpenedAsync("AAAAAA")).Snapshot);
    }

    [Fact]
    public async Task A_newer_snapshot_replaces_the_older_one()
    {
        var owner = await Journal.BeginAsync("AAAAAA");
        await Journal.AppendAsync(owner, 1, "two");
        await Journal.KeepSnapshotAsync(owner.SessionId, Snapshot(version: 1), default);
        var newer = Snapshot(version: 2);

        await Journal.KeepSnapshotAsync(owner.SessionId, newer, default);

        Same(newer, (await Journal.OpenedAsync("AAAAAA")).Snapshot);
        await using var context = Storage.Context();
        Assert.Equal(1, await context.SessionSnapshots.CountAsync());
    }

    [Fact]
    public async Task An_ended_or_unknown_session_keeps_no_snapshot()
    {
        var owner = await Journal.BeginAsync("AAAAAA");
        await Journal.AppendAsync(new(owner.SessionId, owner.Epoch, 1, Sessions.Entries("end")) { Changes = new() { EndedAtMs = 20 } }, default);

        await Journal.KeepSnapshotAsync(owner.SessionId, Snapshot(version: 2), default);
        await Journal.KeepSnapshotAsync(Guid.NewGuid(), Snapshot(version: 2), default);

        await using var context = Storage.Context();
        Assert.Equal(0, await context.SessionSnapshots.CountAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_game_resumed_from_a_snapshot_matches_its_log(int seed)
    {
        var game = await TestGame.LaunchAsync(Journal, "AAAAAA", seed);
        await game.JoinAsync(30);
        for (var round = 0; round < 3; round++)
        {
            await game.PlayAsync(1);
            await game.KeepSnapshotAsync();
            await game.JoinAsync(1);
            game = await TestGame.ReopenAsync(Journal, "AAAAAA", seed + round);
        }
        var (opened, whole) = (await Journal.OpenSessionAsync("AAAAAA", NullLogger.Instance, default), await Journal.OpenedAsync("AAAAAA"));

        Assert.InRange(opened!.KeptVersion, 2, opened.Version - 1);
        var log = (await Journal.ReadAsync(game.State.SessionId, whole.Version, default)).Select(EventCodec.Read);
        var replayed = log.Aggregate((Game.State.GameState?)null, Game.Decider.Evolve)!;
        Assert.Equal(
            SnapshotCodec.Write(replayed, opened.Version, 1).Payload.ToArray(), SnapshotCodec.Write(opened.State, opened.Version, 1).Payload.ToArray());
    }

    private static SessionSnapshot Snapshot(long version) =>
        new(version, 1_000 + version, "test.1", new byte[] { 0, 255, 7, (byte)version });

    private static void Same(SessionSnapshot expected, SessionSnapshot? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(expected with { Payload = default }, actual with { Payload = default });
        Assert.Equal(expected.Payload.ToArray(), actual.Payload.ToArray());
    }
}
