using Orleans.Concurrency;

namespace Arena.Cluster.Tests.Support;

public interface IWork : IGrainWithStringKey
{
    /// <summary>Notes its beginning and end, and waits at the gate of its name in between.</summary>
    Task Run(string name);

    [AlwaysInterleave]
    Task Peek();

    [OneWay]
    Task Post(string name);

    Task Fail(string message);

    [ResponseTimeout("00:00:02")]
    Task RunBriefly(string name);

    Task Leave();

    Task<string?> Context(string key);

    Task Tick(int times);

    Task Tell(IListener listener, int count);
}

public interface IListener : IGrainObserver
{
    [OneWay]
    Task Heard(int number);
}

/// <summary>Does what tests ask, and notices when two of its turns overlap.</summary>
public sealed class WorkGrain(Probe probe) : Grain, IWork
{
    private int _inside;
    private int _ticks;
    private IGrainTimer? _timer;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        probe.Note("activate");
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        probe.Note("deactivate");
        return Task.CompletedTask;
    }

    public async Task Run(string name)
    {
        Enter();
        probe.Note($"begin {name}");
        await probe.Gate(name);
        probe.Note($"end {name}");
        _inside--;
    }

    public Task Peek() => Task.CompletedTask;

    public Task Post(string name) => Run(name);

    public async Task Fail(string message)
    {
        await Task.Yield();
        throw new InvalidTimeZoneException(message);
    }

    public Task RunBriefly(string name) => Run(name);

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public Task<string?> Context(string key) => Task.FromResult(RequestContext.Get(key) as string);

    public Task Tick(int times)
    {
        _timer = this.RegisterGrainTimer(
            async _ =>
            {
                Enter();
                await Task.Yield();
                _inside--;
                if (++_ticks != times)
                    return;
                _timer!.Dispose();
                probe.Note("ticked");
            },
            new GrainTimerCreationOptions(TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(1)) { KeepAlive = true });
        return Task.CompletedTask;
    }

    public async Task Tell(IListener listener, int count)
    {
        for (var number = 0; number < count; number++)
            await listener.Heard(number);
    }

    private void Enter()
    {
        if (++_inside != 1)
            probe.Note("two at once");
    }
}
