using Microsoft.Extensions.DependencyInjection;

namespace Arena.Runtime.Tests;

public interface IResident : IGrainWithStringKey
{
    /// <summary>The silo that the grain lives on.</summary>
    Task<string> Where();

    /// <summary>Counts the calls of this activation.</summary>
    Task<int> Count();

    /// <summary>Asks another one where it lives.</summary>
    Task<string> WhereIs(string key);

    /// <summary>Waits at a gate.</summary>
    Task Wait(string gate);

    Task WaitFor(string gate, CancellationToken cancellationToken);

    Task Tell(IListener listener, int count);

    /// <summary>Remembers whom to tell.</summary>
    Task Keep(IListener listener);

    /// <summary>Tells whom it remembers.</summary>
    Task Shout(int count);

    Task<string?> ContextValue(string key);

    Task Fail(string message);

    Task Leave();

    [OneWay]
    Task Note(string what);
}

public interface INeighbour : IGrainWithStringKey
{
    Task<string> Where();
}

public sealed class ResidentGrain(IServiceProvider services, Probe probe) : Grain, IResident
{
    private IListener? _listener;
    private int _calls;

    public Task<string> Where() => Task.FromResult(services.GetRequiredService<Silo>().Address!.Value.ToString());

    public Task<int> Count() => Task.FromResult(++_calls);

    public Task<string> WhereIs(string key) => GrainFactory.GetGrain<IResident>(key).Where();

    public async Task Wait(string gate)
    {
        probe.Note($"begin {gate}");
        await probe.Gate(gate);
    }

    public async Task WaitFor(string gate, CancellationToken cancellationToken)
    {
        probe.Note($"begin {gate}");
        await probe.Gate(gate).WaitAsync(cancellationToken);
    }

    public Task Tell(IListener listener, int count)
    {
        for (var i = 0; i < count; i++) listener.Heard(i);
        return Task.CompletedTask;
    }

    public Task Keep(IListener listener)
    {
        _listener = listener;
        return Task.CompletedTask;
    }

    public Task Shout(int count) => Tell(_listener!, count);

    public Task<string?> ContextValue(string key) => Task.FromResult((string?)RequestContext.Get(key));

    public Task Fail(string message) => throw new InvalidTimeZoneException(message);

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public Task Note(string what)
    {
        probe.Note(what);
        return Task.CompletedTask;
    }
}

public sealed class NeighbourGrain(IServiceProvider services) : Grain, INeighbour
{
    public Task<string> Where() => Task.FromResult(services.GetRequiredService<Silo>().Address!.Value.ToString());
}
