using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Arena.Storage.Tests;

/// <summary>Persistent grain state, on every database.</summary>
public abstract class GrainStateTests : DatabaseTests
{
    private static readonly GrainId Profile = new("profile", "42");

    private IGrainStorage States => Storage.Services.GetRequiredKeyedService<IGrainStorage>("arena");

    [Fact]
    public async Task A_state_that_was_never_written_does_not_exist()
    {
        var state = await ReadAsync();

        Assert.False(state.RecordExists);
        Assert.Null(state.ETag);
        Assert.Equal(0, state.State.Level);
    }

    [Fact]
    public async Task A_written_state_is_read_again_after_a_restart()
    {
        var written = new Record { State = new() { Level = 7, Name = "Ünal \u0001" } };
        await States.WriteStateAsync("main", Profile, written);
        await RestartAsync();

        var read = await ReadAsync();

        Assert.True(read.RecordExists);
        Assert.Equal(written.ETag, read.ETag);
        Assert.Equal((7, "Ünal \u0001"), (read.State.Level, read.State.Name));
    }

    [Fact]
    public async Task States_of_other_names_types_and_keys_are_apart()
    {
        await States.WriteStateAsync("main", Profile, new Record { State = new() { Level = 1 } });
        await States.WriteStateAsync("other", Profile, new Record { State = new() { Level = 2 } });
        await States.WriteStateAsync("main", new GrainId("profile", "43"), new Record { State = new() { Level = 3 } });
        await States.WriteStateAsync("main", new GrainId("player", "42"), new Record { State = new() { Level = 4 } });

        Assert.Equal(1, (await ReadAsync()).State.Level);
    }

    [Fact]
    public async Task A_write_changes_the_etag_and_a_stale_one_changes_nothing()
    {
        var first = await ReadAsync();
        first.State.Level = 1;
        await States.WriteStateAsync("main", Profile, first);
        var stale = await ReadAsync();
        first.State.Level = 2;
        await States.WriteStateAsync("main", Profile, first);
        stale.State.Level = 99;

        var conflict = await Assert.ThrowsAsync<InconsistentStateException>(() => States.WriteStateAsync("main", Profile, stale));
        await Assert.ThrowsAsync<InconsistentStateException>(() => States.ClearStateAsync("main", Profile, stale));

        Assert.Equal((first.ETag, stale.ETag), (conflict.StoredEtag, conflict.CurrentEtag));
        Assert.NotEqual(first.ETag, stale.ETag);
        Assert.Equal(2, (await ReadAsync()).State.Level);
    }

    [Fact]
    public async Task Of_two_first_writes_one_conflicts()
    {
        var one = await ReadAsync();
        var other = await ReadAsync();
        await States.WriteStateAsync("main", Profile, one);

        await Assert.ThrowsAsync<InconsistentStateException>(() => States.WriteStateAsync("main", Profile, other));
        await Assert.ThrowsAsync<InconsistentStateException>(() => States.ClearStateAsync("main", Profile, other));
    }

    [Fact]
    public async Task A_cleared_state_is_gone_and_what_was_read_before_stays_stale()
    {
        var state = await ReadAsync();
        await States.WriteStateAsync("main", Profile, state);
        var stale = await ReadAsync();
        await States.ClearStateAsync("main", Profile, state);
        Assert.False((await ReadAsync()).RecordExists);
        Assert.Equal((false, null), (state.RecordExists, state.ETag));
        await States.ClearStateAsync("main", Profile, state);
        await States.WriteStateAsync("main", Profile, state);

        await Assert.ThrowsAsync<InconsistentStateException>(() => States.WriteStateAsync("main", Profile, stale));
    }

    private async Task<Record> ReadAsync()
    {
        var state = new Record();
        await States.ReadStateAsync("main", Profile, state);
        return state;
    }

    public sealed class Experience
    {
        public int Level { get; set; }
        public string? Name { get; set; }
    }

    private sealed class Record : IGrainState<Experience>
    {
        public Experience State { get; set; } = new();
        public string? ETag { get; set; }
        public bool RecordExists { get; set; }
    }
}
