using System.Text.Json;
using Arena.TestKit.Clients;

namespace Arena.Load.Campaigns;

/// <summary>A host who moves the game on as soon as there is something to see, and repeats the last command after every return.</summary>
internal sealed class CampaignHost(Uri server, Launch launch, Random random, Ledger ledger, int lingerMs, CancellationToken stop)
    : ReturningClient(server, random, stop)
{
    private readonly TaskCompletionSource _attached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private int _movedFrom = -1;
    private bool _started;
    private (string Action, int Step, Guid Operation)? _done;

    /// <summary>Completes once the host is there.</summary>
    public Task Attached => _attached.Task;

    /// <summary>Starts the game.</summary>
    public async Task StartAsync()
    {
        _started = true;
        await CommandAsync("start", 0);
    }

    protected override async Task<JsonElement?> BindAsync(HubClient hub)
    {
        var reply = await hub.AttachAsync(launch.HostKey);
        if (reply.Refusal is "unknownSession" or "sessionEnded")
            return null;
        var welcome = reply.Accepted;
        if (_done is { } done)
            await RepeatAsync(hub, done);
        _attached.TrySetResult();
        return welcome;
    }

    protected override void OnView(JsonElement view, long nowMs)
    {
        var step = view.GetProperty("step").GetInt32();
        lock (_gate)
        {
            if (!_started || step <= _movedFrom || view.GetProperty("phase").GetProperty("kind").GetString() is not ("reveal" or "standings"))
                return;
            _movedFrom = step;
        }
        _ = AdvanceAsync(step);
    }

    private async Task AdvanceAsync(int step)
    {
        await Task.Delay(lingerMs, Stop);
        await CommandAsync("advance", step);
    }

    private async Task CommandAsync(string action, int step)
    {
        var operation = Guid.NewGuid();
        while (true)
        {
            var reply = await SettleAsync(hub => hub.HostAsync(action, step, operation: operation));
            if (reply.Refusal is null)
            {
                _done = (action, step, operation);
                return;
            }
            if (reply.Refusal is not ("paused" or "tooSoon"))
            {
                ledger.Fault($"{action} of step {step} was refused as {reply.Refusal}");
                return;
            }
            await PauseAsync(100, 200);
        }
    }

    private async Task RepeatAsync(HubClient hub, (string Action, int Step, Guid Operation) done)
    {
        var reply = await hub.HostAsync(done.Action, done.Step, operation: done.Operation);
        ledger.WasRepeated();
        if (reply.Refusal is "unavailable" or "outcomeUnknown" or "overloaded")
            throw new IOException("It could not be repeated now.");
        if (reply.Refusal is not null)
            ledger.Fault($"a repeated {done.Action} was refused as {reply.Refusal}");
    }
}
