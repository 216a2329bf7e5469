namespace Arena.Runtime.TestingHost;

/// <summary>One process's way into a <see cref="MemoryNetwork"/>.</summary>
internal sealed class MemoryTransport(MemoryNetwork network, string place, ITurnDispatcher dispatcher, TimeProvider time) : ITransport
{
    /// <summary>The process's name in the network.</summary>
    public string Place => place;

    public ITurnDispatcher Dispatcher => dispatcher;

    public PeerIdentity? Self { get; private set; }

    public ILinkReceiver? Receiver { get; private set; }

    public Task<(string Host, int Port)> ListenAsync(ILinkReceiver receiver, CancellationToken cancellationToken)
    {
        Receiver = receiver;
        return Task.FromResult(network.Listen(this));
    }

    public void Identify(PeerIdentity self) => Self = self;

    public async Task<Link> ConnectAsync(SiloAddress silo, ILinkReceiver receiver, CancellationToken cancellationToken)
    {
        if (network.Delay is { } delay) await WaitAsync(delay(), cancellationToken);
        return network.Connect(this, silo, receiver);
    }

    public Task StopAsync()
    {
        network.Stop(this);
        return Task.CompletedTask;
    }

    // Task.Delay, when it is cancelled, goes on on the thread pool, and out of a simulation.
    private async Task WaitAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        var arrived = new TaskCompletionSource();
        await using var timer = time.CreateTimer(_ => arrived.TrySetResult(), null, delay, Timeout.InfiniteTimeSpan);
        await using var patience = cancellationToken.UnsafeRegister((_, token) => arrived.TrySetCanceled(token), null);
        await arrived.Task;
    }
}
