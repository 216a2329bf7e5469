using System.Text;
using Arena.Game.Vocabulary;
using Arena.Grains.Ports;
using Arena.Grains.Session;

namespace Arena.Grains.Tests;

/// <summary>When a session keeps a snapshot, and what its next activation makes of it.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public async Task The_next_activation_reads_the_snapshot_and_the_entries_after_it()
    {
        await using var fixture = await OrleansFixture.OpenAsync(options => options.SnapshotEntries = 3);
        await fixture.LaunchAsync(players: 3);
        var kept = await CloseAsync(fixture);
        await fixture.AdvanceAsync(GameLimits.RepeatGuardMs);
        Assert.True((await fixture.CommandAsync(new HostAction.Advance(), step: 3)).Accepted);
        var before = await SeenAsync(fixture);

        await TakeOverAsync(fixture);

        Assert.Equal(SnapshotCodec.Name, kept.Type);
        Assert.Equal(before, await SeenAsync(fixture));
        Assert.Equal(0, fixture.Journal.WholeLogsRead);
    }

    [Fact]
    public async Task No_snapshot_is_stored_before_enough_entries()
    {
        await using var fixture = await OrleansFixture.OpenAsync(options => options.SnapshotEntries = 1_000);
        await fixture.LaunchAsync(players: 3);
        Assert.True((await fixture.AnswerAsync(0)).Accepted);
        Assert.True((await fixture.CommandAsync(new HostAction.Advance(), step: 2)).Accepted);
        await fixture.IdleAsync();

        Assert.False(fixture.Journal.Snapshots.Reader.TryRead(out _));
    }

    [Theory]
    [InlineData("another name")]
    [InlineData("damage")]
    public async Task A_snapshot_of_no_use_is_passed_by_and_the_whole_log_replayed(string fault)
    {
        await using var fixture = await OrleansFixture.OpenAsync(options => options.SnapshotEntries = 3);
        fixture.Journal.BeforeSnapshot = snapshot => fault == "damage"
            ? snapshot with { Payload = snapshot.Payload[1..] }
            : snapshot with { Type = "gameState.0" };
        await fixture.LaunchAsync(players: 3);
        await CloseAsync(fixture);
        var before = await SeenAsync(fixture);

        await TakeOverAsync(fixture);

        Assert.Equal(before, await SeenAsync(fixture));
        Assert.Equal(1, fixture.Journal.WholeLogsRead);
    }

    [Fact]
    public async Task A_failed_snapshot_delays_no_command_and_the_next_question_tries_again()
    {
        await using var fixture = await OrleansFixture.OpenAsync(options => options.SnapshotEntries = 3);
        var failures = 0;
        fixture.Journal.BeforeSnapshot = snapshot => ++failures == 1 ? throw new JournalUnavailableException("down") : snapshot;
        await fixture.LaunchAsync(players: 2);
        Assert.True((await fixture.AnswerAsync(0)).Accepted);
        Assert.True((await fixture.CommandAsync(new HostAction.Advance(), step: 2)).Accepted);
        await fixture.Journal.SnapshotAsked.Reader.ReadAsync();
        foreach (var step in new[] { 3, 4 })
        {
            await fixture.AdvanceAsync(GameLimits.RepeatGuardMs);
            Assert.True((await fixture.CommandAsync(new HostAction.Advance(), step)).Accepted);
        }
        await fixture.AdvanceAsync(1);
        await fixture.AdvanceAsync(700);

        Assert.True((await fixture.CommandAsync(new HostAction.Advance(), step: 6)).Accepted);
        var kept = await fixture.Journal.Snapshots.Reader.ReadAsync();

        Assert.Equal(2, failures);
        Assert.True(kept.Version > 10);
    }

    /// <summary>A player answers, the first question is closed, and the snapshot is on its way.</summary>
    private static async Task<SessionSnapshot> CloseAsync(GrainFixture fixture)
    {
        Assert.True((await fixture.AnswerAsync(0)).Accepted);
        Assert.True((await fixture.CommandAsync(new HostAction.Advance(), step: 2)).Accepted);
        return await fixture.Journal.Snapshots.Reader.ReadAsync();
    }

    private static async Task TakeOverAsync(GrainFixture fixture)
    {
        await fixture.Journal.StealAsync(GrainFixture.Code);
        Assert.Equal(GameErrorCode.Unavailable, (await fixture.CommandAsync(new HostAction.Lock(), 0)).Refusal);
        await fixture.AdvanceAsync(1);
    }

    private static async Task<string> SeenAsync(GrainFixture fixture)
    {
        var snapshot = (await fixture.Session.SeatSnapshot(fixture.SessionId, 0)).Value!;
        return string.Join('\n', new[] { snapshot.Session.Utf8, snapshot.Seat.Utf8, snapshot.Results.Utf8 }.Select(body => Encoding.UTF8.GetString(body.Span)));
    }
}
