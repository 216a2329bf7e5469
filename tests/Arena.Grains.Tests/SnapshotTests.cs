using System.Text;
using Arena.Game;

namespace Arena.Grains.Tests;

/// <summary>When a session keeps a snapshot, and what its next activation makes of it.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public async Task The_next_activation_reads_the_snapshot_and_the_entries_after_it()
    {
        await using var house = await OrleansHouse.OpenAsync(options => options.SnapshotEntries = 3);
        await house.LaunchAsync(players: 3);
        var kept = await CloseAsync(house);
        await house.AdvanceAsync(GameLimits.RepeatGuardMs);
        Assert.True((await house.CommandAsync(HostAction.Advance, step: 3)).Accepted);
        var before = await SeenAsync(house);

        await TakeOverAsync(house);

        Assert.Equal("gameState.8", kept.Type);
        Assert.Equal(before, await SeenAsync(house));
        Assert.Equal(0, house.Journal.WholeLogsRead);
    }

    [Fact]
    public async Task No_snapshot_is_stored_before_enough_entries()
    {
        await using var house = await OrleansHouse.OpenAsync(options => options.SnapshotEntries = 1_000);
        await house.LaunchAsync(players: 3);
        Assert.True((await house.AnswerAsync(0)).Accepted);
        Assert.True((await house.CommandAsync(HostAction.Advance, step: 2)).Accepted);
        await house.IdleAsync();

        Assert.False(house.Journal.Snapshots.Reader.TryRead(out _));
    }

    [Theory]
    [InlineData("another name")]
    [InlineData("damage")]
    public async Task A_snapshot_of_no_use_is_passed_by_and_the_whole_log_replayed(string fault)
    {
        await using var house = await OrleansHouse.OpenAsync(options => options.SnapshotEntries = 3);
        house.Journal.BeforeSnapshot = snapshot => fault == "damage"
            ? snapshot with { Payload = snapshot.Payload[1..] }
            : snapshot with { Type = "gameState.0" };
        await house.LaunchAsync(players: 3);
        await CloseAsync(house);
        var before = await SeenAsync(house);

        await TakeOverAsync(house);

        Assert.Equal(before, await SeenAsync(house));
        Assert.Equal(1, house.Journal.WholeLogsRead);
    }

    [Fact]
    public async Task A_failed_snapshot_delays_no_command_and_the_next_question_tries_again()
    {
        await using var house = await OrleansHouse.OpenAsync(options => options.SnapshotEntries = 3);
        var failures = 0;
        house.Journal.BeforeSnapshot = snapshot => ++failures == 1 ? throw new JournalUnavailableException("down") : snapshot;
        await house.LaunchAsync(players: 2);
        Assert.True((await house.AnswerAsync(0)).Accepted);
        Assert.True((await house.CommandAsync(HostAction.Advance, step: 2)).Accepted);
        await house.Journal.SnapshotAsked.Reader.ReadAsync();
        foreach (var step in new[] { 3, 4 })
        {
            await house.AdvanceAsync(GameLimits.RepeatGuardMs);
            Assert.True((await house.CommandAsync(HostAction.Advance, step)).Accepted);
        }
        await house.AdvanceAsync(1);
        await house.AdvanceAsync(700);

        Assert.True((await house.CommandAsync(HostAction.Advance, step: 6)).Accepted);
        var kept = await house.Journal.Snapshots.Reader.ReadAsync();

        Assert.Equal(2, failures);
        Assert.True(kept.Version > 10);
    }

    /// <summary>A player answers, the first question is closed, and the snapshot is on its way.</summary>
    private static async Task<SessionSnapshot> CloseAsync(GrainHouse house)
    {
        Assert.True((await house.AnswerAsync(0)).Accepted);
        Assert.True((await house.CommandAsync(HostAction.Advance, step: 2)).Accepted);
        return await house.Journal.Snapshots.Reader.ReadAsync();
    }

    private static async Task TakeOverAsync(GrainHouse house)
    {
        await house.Journal.StealAsync(GrainHouse.Code);
        Assert.Equal(Refusal.Unavailable, (await house.CommandAsync(HostAction.Lock, 0)).Refusal);
        await house.AdvanceAsync(1);
    }

    private static async Task<string> SeenAsync(GrainHouse house)
    {
        var snapshot = (await house.Session.SeatSnapshot(house.SessionId, 0)).Value!;
        return string.Join('\n', new[] { snapshot.Session.Utf8, snapshot.Seat.Utf8, snapshot.Results.Utf8 }.Select(body => Encoding.UTF8.GetString(body.Span)));
    }
}
