using System.Diagnostics.Metrics;
using Arena.TestKit.VirtualTime;
using Arena.Storage.Configuration;
using Arena.Storage.Writing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Arena.Storage.Tests;

/// <summary>When the writer may begin its next commit.</summary>
public sealed class GroupCommitQueueTests : IDisposable
{
    private readonly ManualTimeProvider _clock = new(DateTimeOffset.UnixEpoch);
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly List<string> _batch = [];

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task A_write_that_finds_the_writer_idle_is_taken_at_once()
    {
        var queue = Queue(intervalMs: 5);
        queue.Add("first");
        Assert.True(await queue.WaitAsync());
        queue.TakeInto(_batch);
        _clock.Advance(TimeSpan.FromMilliseconds(5));
        queue.Add("second");

        var waiting = queue.WaitAsync();

        Assert.True(waiting.IsCompleted);
    }

    [Fact]
    public async Task All_writes_within_the_interval_share_the_next_commit()
    {
        var queue = Queue(intervalMs: 5);
        queue.Add("first");
        Assert.True(await queue.WaitAsync());
        queue.TakeInto(_batch);
        queue.Add("second");
        var waiting = queue.WaitAsync();
        _clock.Advance(TimeSpan.FromMilliseconds(4));
        queue.Add("third");
        Assert.False(waiting.IsCompleted);

        _clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.True(await waiting);
        queue.TakeInto(_batch);
        Assert.Equal(["first", "second", "third"], _batch);
    }

    [Fact]
    public async Task A_queue_that_is_closed_keeps_no_distance()
    {
        var queue = Queue(intervalMs: 5);
        queue.Add("first");
        Assert.True(await queue.WaitAsync());
        queue.TakeInto(_batch);
        queue.Add("second");
        queue.Close();

        Assert.True(await queue.WaitAsync());

        queue.TakeInto(_batch);
        Assert.False(await queue.WaitAsync());
    }

    private GroupCommitQueue<string> Queue(int intervalMs) => new(
        Options.Create(new StorageOptions { CommitIntervalMs = intervalMs }), new(_services.GetRequiredService<IMeterFactory>()), _clock);
}
