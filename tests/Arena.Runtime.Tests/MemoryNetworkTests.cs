namespace Arena.Runtime.Tests;

public sealed class MemoryNetworkTests
{
    private readonly MemoryNetwork _network = new();
    private readonly HeldWork _work = new();
    private readonly LinkRecorder _near = new();
    private readonly LinkRecorder _far = new();

    [Fact]
    public async Task What_arrived_before_the_other_end_stopped_is_received_before_the_end_of_the_link()
    {
        var (silo, link) = await ConnectAsync();
        var accepted = await _far.NextAcceptedAsync();
        var closedAfter = 0;
        _near.OnFrame = (_, _) => closedAfter += _near.ClosedCount == 0 ? 1 : 0;

        Assert.True(accepted.TrySend(new TextFrame("first")));
        Assert.True(accepted.TrySend(new TextFrame("last")));
        await silo.StopAsync();
        Assert.False(link.IsOpen);
        _work.RunAll();

        Assert.Equal("first", await _near.NextFrameAsync());
        Assert.Equal("last", await _near.NextFrameAsync());
        Assert.Equal(2, closedAfter);
        Assert.Equal("the process stopped", await _near.NextClosedAsync());
    }

    [Fact]
    public async Task An_end_that_closes_a_link_receives_nothing_more()
    {
        var (_, link) = await ConnectAsync();
        var accepted = await _far.NextAcceptedAsync();
        _near.OnFrame = (_, frame) => Assert.Fail($"'{frame}' was received.");

        Assert.True(accepted.TrySend(new TextFrame("late")));
        link.Close("it is not needed");
        Assert.False(accepted.TrySend(new TextFrame("too late")));
        _work.RunAll();

        Assert.Equal("it is not needed", await _near.NextClosedAsync());
        Assert.Equal("it is not needed", await _far.NextClosedAsync());
    }

    private async Task<(MemoryTransport Silo, Link Link)> ConnectAsync()
    {
        var silo = _network.CreateTransport("silo", _work, TimeProvider.System);
        var (host, port) = await silo.ListenAsync(_far, TestContext.Current.CancellationToken);
        var address = new SiloAddress(host, port, 1);
        silo.Identify(PeerIdentity.Of(address));
        var client = _network.CreateTransport("client", _work, TimeProvider.System);
        client.Identify(PeerIdentity.NewClient());
        var link = await client.ConnectAsync(address, _near, TestContext.Current.CancellationToken);
        _work.RunAll();
        return (silo, link);
    }

    /// <summary>Keeps what is dispatched until the test runs it.</summary>
    private sealed class HeldWork : ITurnDispatcher
    {
        private readonly Queue<IThreadPoolWorkItem> _items = new();

        public void Dispatch(IThreadPoolWorkItem workItem) => _items.Enqueue(workItem);

        public void RunAll()
        {
            while (_items.TryDequeue(out var item)) item.Execute();
        }
    }
}
