namespace Arena.Runtime.Tests;

public interface IWork : IGrainWithStringKey
{
    /// <summary>Notes its beginning and end, and waits at the gate of its name in between.</summary>
    Task Run(string name);

    [ReadOnly]
    Task Read(string name);

    [AlwaysInterleave]
    Task Peek(string name);

    [OneWay]
    Task Throw(string message);

    [OneWay]
    Task Post(string name);

    Task<string> Echo(string text);

    ValueTask<int> Add(int left, int right);

    ValueTask Touch();

    Task Fail(string message);

    [ResponseTimeout("00:00:02")]
    Task RunBriefly(string name);

    Task RunCancellable(string name, CancellationToken cancellationToken);

    Task CallBack(IWork other, string name);

    Task Leave();

    Task LeaveAndRun(string name);
}

public sealed class WorkGrain(Probe probe) : Grain, IWork
{
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        probe.Note("activate");
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        probe.Note($"deactivate {reason.ReasonCode}");
        if (this.GetPrimaryKeyString().StartsWith("slow to leave", StringComparison.Ordinal)) await probe.Gate("leave");
    }

    public async Task Run(string name)
    {
        probe.Note($"begin {name}");
        await probe.Gate(name);
        probe.Note($"end {name}");
    }

    public Task Read(string name) => Run(name);

    public Task Peek(string name) => Run(name);

    public Task Throw(string message) => throw new InvalidTimeZoneException(message);

    public Task Post(string name) => Run(name);

    public Task<string> Echo(string text) => Task.FromResult(text);

    public ValueTask<int> Add(int left, int right) => ValueTask.FromResult(left + right);

    public ValueTask Touch()
    {
        probe.Note("touch");
        return default;
    }

    public async Task Fail(string message)
    {
        await Task.Yield();
        throw new InvalidTimeZoneException(message);
    }

    public Task RunBriefly(string name) => Run(name);

    public async Task RunCancellable(string name, CancellationToken cancellationToken)
    {
        probe.Note($"begin {name}");
        try
        {
            await probe.Gate(name).WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            probe.Note($"cancelled {name}");
            throw;
        }
    }

    public async Task CallBack(IWork other, string name)
    {
        probe.Note($"begin {name}");
        if (name == "inner") return;
        await other.CallBack(this.AsReference<IWork>(), this.GetPrimaryKeyString() == "a" ? "outer" : "inner");
    }

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public Task LeaveAndRun(string name)
    {
        DeactivateOnIdle();
        return Run(name);
    }
}
