using Arena.Game.Views;
using Arena.Game.Vocabulary;
using Arena.Simulation.Tests.Checks;
using Arena.Simulation.Tests.Gateways;

namespace Arena.Simulation.Tests.Browsers;

/// <summary>
/// A browser on some gateway: what the players' and the host's have in common. When its gateway dies, or does not answer, it goes to another.
/// </summary>
internal abstract class Browser(World world, SimulatedSession session, string name)
{
    private SimulatedGateway? _gateway;

    public Draws Draws { get; } = new(world.Plan.Seed, name);

    public Reader Screen { get; } = world.OpenReader(session.Id, name);

    public string Name => name;

    /// <summary>Where it is, in words.</summary>
    public string Doing { get; protected set; } = "not begun";

    public bool IsOver => Screen.Shown?.Phase is PodiumView;

    protected World World => world;

    protected SimulatedSession Session => session;

    /// <summary>Binds this browser at a gateway, or learns why not.</summary>
    protected abstract Task<GameErrorCode?> EnterAsync(SimulatedGateway gateway);

    /// <summary>Tries something on a gateway until that answers. A failure says nothing about the outcome.</summary>
    protected async Task<T> UntilAnsweredAsync<T>(string what, Func<SimulatedGateway, Task<T>> ask)
    {
        while (true)
        {
            Doing = what;
            try
            {
                return await ask(await GatewayAsync());
            }
            catch (Exception failed) when (failed is OrleansException or TimeoutException or ProcessEndedException)
            {
                Doing = $"{what}: {failed.Message}";
                if (failed is TimeoutException or ProcessEndedException)
                    _gateway = null;
                await PauseAsync(50, 400);
            }
        }
    }

    /// <summary>Is bound somewhere, and sees what its gateway sees.</summary>
    protected async Task LookAsync()
    {
        var gateway = await GatewayAsync();
        if (gateway.ReaderOf(session.Id) is not { } shown)
            await BindAsync();
        else
            Screen.Follow(shown);
        if (_gateway is not null && Draws.Chance(0.003))
        {
            // A refresh, or a walk out of range.
            _gateway = null;
            await BindAsync();
        }
    }

    protected async Task BindAsync()
    {
        var refusal = await UntilAnsweredAsync("entering", EnterAsync);
        if (refusal is GameErrorCode.UnknownSession or GameErrorCode.UnknownSeat)
            world.Ledger.Refused($"{name}'s entry", refusal.Value);
    }

    protected Task PauseAsync(int leastMs, int mostMs) => Task.Delay(Draws.Ms(leastMs, mostMs), world.Scheduler.Time);

    private async Task<SimulatedGateway> GatewayAsync()
    {
        while (_gateway is not { IsUp: true })
        {
            var up = world.Gateways.Where(gateway => gateway.IsUp).ToArray();
            if (up.Length > 0)
                _gateway = Draws.One(up);
            else
                await PauseAsync(50, 200);
        }
        return _gateway;
    }
}
