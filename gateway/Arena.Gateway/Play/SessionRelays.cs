using Arena.GrainInterfaces;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Play;

/// <summary>The sessions that someone on this gateway is in. Renews their subscriptions and closes the ones that nobody uses any more.</summary>
internal sealed partial class SessionRelays(
    IHubContext<GameHub, IGameClient> hub, IGrainFactory grains, TimeProvider time, IOptions<GatewayOptions> options,
    ILogger<SessionRelays> logger) : BackgroundService
{
    private readonly Dictionary<Guid, SessionRelay> _relays = [];
    private readonly Lock _gate = new();
    private readonly string _gateway = "gateway-" + Guid.NewGuid().ToString("N");

    /// <summary>
    /// The relay of a session, subscribed. Each success is given back once with <see cref="LeaveAsync"/>.
    /// </summary>
    public async Task<Outcome<SessionRelay>> EnterAsync(string code, Guid sessionId)
    {
        SessionRelay? relay;
        bool isNew;
        lock (_gate)
        {
            isNew = !_relays.TryGetValue(sessionId, out relay);
            if (isNew)
                _relays.Add(sessionId, relay = new(_gateway, code, sessionId, hub, grains, options.Value.MaxWaitingAnswers));
            relay!.Users++;
            relay.Subscribed ??= relay.SubscribeAsync();
        }
        try
        {
            if (await relay.Subscribed is not { } refusal)
                return relay;
            await LeaveAsync(relay);
            return refusal;
        }
        catch
        {
            await LeaveAsync(relay);
            throw;
        }
    }

    public async Task LeaveAsync(SessionRelay relay)
    {
        lock (_gate)
        {
            if (--relay.Users > 0)
                return;
            _relays.Remove(relay.SessionId);
        }
        await relay.UnsubscribeAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(options.Value.RenewalMs), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            SessionRelay[] relays;
            lock (_gate)
                relays = [.. _relays.Values];
            foreach (var relay in relays)
                await RenewAsync(relay);
        }
    }

    private async Task RenewAsync(SessionRelay relay)
    {
        try
        {
            await relay.SubscribeAsync();
        }
        catch (Exception failed)
        {
            LogRenewalFailed(failed, relay.SessionId);
        }
    }

    [LoggerMessage(EventId = 201, Level = LogLevel.Warning, Message = "The subscription to session {SessionId} could not be renewed; the next round tries again")]
    private partial void LogRenewalFailed(Exception cause, Guid sessionId);
}
