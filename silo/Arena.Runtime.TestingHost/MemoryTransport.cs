namespace Arena.Runtime.TestingHost;

/// <summary>One process's way into a <see cref="MemoryNetwork"/>.</summary>
internal sealed class MemoryTransport(MemoryNetwork network, string place, ITurnDispatcher dispatcher, TimeProvider time) : ITransport
{
    /// <summary>The process's name in the network.</summary>
    public string Place => place;

    public ITurnDispatcher Dispatcher => dispatcher;

    public TimeProvider Time => time;

    public PeerIdentity? Self { get; private set; }

    public ILinkReceiver? Receiver { get; private set; }

    public Task<(string Host, int Port)> ListenAsync(ILinkReceiver receiver, CancellationToken cancellationToken)
    {
        Receiver = receiver;
        return Task.FromResult(network.Listen(this));
    }

    public void Identify(PeerIdentity self) => Self = self;

    public Task<Link> ConnectAsync(SiloAddress silo, ILinkReceiver receiver, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult<Link>(network.Connect(this, silo, receiver));
        }
        catch (LinkException exception)
        {
            return Task.FromException<Link>(exception);
        }
    }

    public Task StopAsync()
    {
        network.Stop(this);
        return Task.CompletedTask;
    }
}
