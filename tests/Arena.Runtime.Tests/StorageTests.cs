using Microsoft.Extensions.DependencyInjection;

namespace Arena.Runtime.Tests;

[GenerateSerializer]
public sealed class Notes
{
    [Id(0)]
    public List<string> Lines { get; init; } = [];
}

public interface INotebook : IGrainWithStringKey
{
    Task Add(string line, bool write);

    Task<IReadOnlyList<string>> Lines();

    Task<(bool Exists, string? Etag)> Record();

    Task Read();

    Task Clear();

    Task Leave();

    Task CountUp();
}

public sealed class NotebookGrain(
    [PersistentState("notes")] IPersistentState<Notes> notes,
    [PersistentState("count", "Other")] IPersistentState<int> count) : Grain, INotebook
{
    public Task Add(string line, bool write)
    {
        notes.State.Lines.Add(line);
        return write ? notes.WriteStateAsync() : Task.CompletedTask;
    }

    public Task<IReadOnlyList<string>> Lines() => Task.FromResult<IReadOnlyList<string>>([.. notes.State.Lines, $"{count.State}"]);

    public Task<(bool Exists, string? Etag)> Record() => Task.FromResult((notes.RecordExists, notes.Etag));

    public Task Read() => notes.ReadStateAsync();

    public Task Clear() => notes.ClearStateAsync();

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public Task CountUp()
    {
        count.State++;
        return count.WriteStateAsync();
    }
}

public sealed class StorageTests
{
    [Fact]
    public async Task A_state_begins_empty_and_is_read_before_the_first_turn_once_it_was_written()
    {
        await using var cluster = await StartAsync();
        var grain = cluster.Grain<INotebook>("a");
        Assert.Equal((false, null), await grain.Record());
        Assert.Equal(["0"], await grain.Lines());
        await grain.Add("kept", write: true);
        await grain.CountUp();
        await grain.Add("lost", write: false);
        await grain.Leave();
        Assert.Equal(["kept", "1"], await grain.Lines().Soon());
        Assert.Equal((true, "1"), await grain.Record());
    }

    [Fact]
    public async Task Reading_anew_loses_what_was_not_written_and_clearing_empties()
    {
        await using var cluster = await StartAsync();
        var grain = cluster.Grain<INotebook>("a");
        await grain.Add("kept", write: true);
        await grain.Add("lost", write: false);
        await grain.Read();
        Assert.Equal(["kept", "0"], await grain.Lines());
        await grain.Clear();
        Assert.Equal(["0"], await grain.Lines());
        Assert.Equal((false, null), await grain.Record());
    }

    [Fact]
    public async Task A_write_over_someone_elses_write_fails_and_the_activation_ends()
    {
        await using var cluster = await StartAsync();
        var grain = cluster.Grain<INotebook>("a");
        await grain.Add("mine", write: true);
        var storage = cluster.ServiceProvider.GetRequiredKeyedService<IGrainStorage>("Default");
        var theirs = new GrainState<Notes>();
        await storage.ReadStateAsync("notes", ((IAddressable)grain).GetGrainId(), theirs);
        theirs.State.Lines.Add("theirs");
        await storage.WriteStateAsync("notes", ((IAddressable)grain).GetGrainId(), theirs);

        await Assert.ThrowsAsync<InconsistentStateException>(() => grain.Add("too late", write: true));
        Assert.Equal(["mine", "theirs", "0"], await grain.Lines().Soon());
    }

    [Fact]
    public async Task A_storage_that_is_not_registered_is_named_to_the_caller()
    {
        await using var cluster = await Cluster.StartAsync();
        var exception = await Assert.ThrowsAsync<GrainEngineConfigurationException>(() => cluster.Grain<INotebook>("a").Lines());
        Assert.Contains("\"Other\"", exception.Message, StringComparison.Ordinal);
    }

    private static Task<TestCluster> StartAsync() =>
        Cluster.StartAsync(builder => builder.ConfigureSilo(silo => silo.AddMemoryGrainStorage("Other")));
}
