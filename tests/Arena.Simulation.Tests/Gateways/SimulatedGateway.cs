using Arena.Game.Vocabulary;
using Arena.Gateway.Play;
using Arena.GrainInterfaces;
using Arena.Simulation.Tests.Checks;

namespace Arena.Simulation.Tests.Gateways;

/// <summary>A gateway: a client of the cluster with a relay for each session that someone on it is in. Its methods are called by browsers.</summary>
internal sealed class SimulatedGateway
{
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly SimulatedClient _client;
    private readonly TimeProvider _outside;
    private readonly Func<Guid, string, Reader> _openReader;
    private readonly GrainCallRetry _retry;
    private readonly Dictionary<Guid, SimulatedRelay> _relays = [];
    private ServerClock? _clock;

    public SimulatedGateway(SimulatedClient client, TimeProvider outside, Func<Guid, string, Reader> openReader)
    {
        (_client, _outside, _openReader, _retry) = (client, outside, openReader, new(client.Process.Time));
    }

    public string Name => _client.Name;

    public SimulatedProcess Process => _client.Process;

    public bool IsUp => _client.IsActive;

    /// <summary>Begins to renew its subscriptions: from time to time, and when a silo was lost.</summary>
    public Task OpenAsync() => Process.RunAsync(() =>
    {
        _clock = new ServerClock(Process.Time);
        _client.SiloLost += () => _ = Process.RunAsync(RenewAllAsync);
        _ = RenewForeverAsync();
        return Task.CompletedTask;
    });

    public void Kill() => _client.Kill();

    public Task<Outcome<Launched>> LaunchAsync(string code, LaunchSession command) =>
        CallAsync(() => _client.GrainFactory.GetGrain<IGameSessionGrain>(code).Launch(command));

    public Task<Outcome<Joined>> JoinAsync(string code, JoinSession command) =>
        CallAsync(() => _retry.CallAsync(() => _client.GrainFactory.GetGrain<IGameSessionGrain>(code).Join(command)));

    public Task<Outcome<SeatHandover>> OfferSeatAsync(string code, Guid session, int seat) =>
        CallAsync(() => _client.GrainFactory.GetGrain<IGameSessionGrain>(code).OfferSeat(session, seat));

    public Task<Outcome<Joined>> TakeSeatAsync(string code, TakeSeat command) =>
        CallAsync(() => _retry.CallAsync(() => _client.GrainFactory.GetGrain<IGameSessionGrain>(code).TakeSeat(command)));

    /// <summary>Binds a browser to its seat, if its token is good.</summary>
    /// <returns>Why not, or null; and whether the session holds, and so takes a token as it was last known.</returns>
    public Task<(GameErrorCode? Refusal, bool IsHeld)> EnterAsync(string code, Guid session, int seat, int issue, Reader browser) =>
        CallAsync<(GameErrorCode?, bool)>(async () =>
        {
            var relay = RelayOf(code, session);
            if (await _retry.CallAsync(() => relay.Session.CheckIssue(session, seat, issue)) is { } refusal)
                return (refusal, false);
            relay.Bind(seat);
            if (await relay.SubscribeAsync() is { } notSubscribed)
                return (notSubscribed, false);
            var snapshot = await relay.Session.Resume(session, seat, Name);
            if (!snapshot.Accepted)
                return (snapshot.Refusal, false);
            return (null, browser.Offer(snapshot.Value.Position, snapshot.Value.Session).SuspendedSinceMs is not null);
        });

    /// <summary>Binds the host's browser.</summary>
    public Task<GameErrorCode?> EnterHostAsync(string code, Guid session, Reader browser) => CallAsync<GameErrorCode?>(async () =>
    {
        var relay = RelayOf(code, session);
        relay.BindHost();
        if (await relay.SubscribeAsync() is { } refusal)
            return refusal;
        var snapshot = await relay.Session.HostSnapshot(session);
        if (!snapshot.Accepted)
            return snapshot.Refusal;
        browser.Offer(snapshot.Value.Position, snapshot.Value.Session);
        return null;
    });

    public Task<Outcome<Acknowledged>> AnswerAsync(string code, Guid session, int seat, int issue, int round, int choice, Guid operation) =>
        CallAsync(() => RelayOf(code, session).AnswerAsync(new(operation, seat, round, choice, _clock!.NowMs, LinkDelayMs: 0) { Issue = issue }));

    public Task<Outcome<Done>> CommandAsync(string code, Guid session, HostCommand command) => CallAsync(async () =>
    {
        var relay = RelayOf(code, session);
        await relay.Answers.WhenAnswered();
        return await _retry.CallAsync(() => relay.Session.Command(session, command));
    });

    /// <summary>What the gateway shows of a session.</summary>
    public Reader? ReaderOf(Guid session) => _relays.GetValueOrDefault(session)?.Reader;

    private SimulatedRelay RelayOf(string code, Guid session)
    {
        if (!_relays.TryGetValue(session, out var relay))
            _relays.Add(session, relay = new(_client.GrainFactory, Name, code, session, _openReader(session, Name), Process.Time));
        return relay;
    }

    private Task<T> CallAsync<T>(Func<Task<T>> work) => Process.RunAsync(work).WaitAsync(Patience, _outside);

    private async Task RenewForeverAsync()
    {
        using var timer = new PeriodicTimer(Renewal, Process.Time);
        while (await timer.WaitForNextTickAsync())
            await RenewAllAsync();
    }

    private async Task RenewAllAsync()
    {
        foreach (var relay in _relays.Values.ToArray())
        {
            try
            {
                await relay.SubscribeAsync();
            }
            catch (Exception failed) when (failed is OrleansException or TimeoutException)
            {
                // The next round tries again.
            }
        }
    }
}
