using System.Threading.Channels;
using Arena.Game.Vocabulary;
using Arena.Gateway.Configuration;
using Arena.GrainInterfaces;
using Arena.Hosting.Client;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Play;

/// <summary>
/// The sessions that someone on this gateway is in. Renews their subscriptions, from time to time and as soon as one may be lost, and closes
/// the ones that are not used any more.
/// </summary>
internal sealed partial class SessionRelays(
    IHubContext<GameHub, IGameClient> hub, IGrainFactory grains, SiloFailureNotifier failures, ServerClock clock, TimeProvider time,
    GrainCallRetry retry, IOptions<GatewayOptions> options, ILogger<SessionRelays> logger) : BackgroundService
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Dictionary<Guid, SessionRelay> _relays = [];
    private readonly Dictionary<string, SessionRelay> _byCode = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly string _gateway = "gateway-" + Guid.NewGuid().ToString("N");
    private readonly Channel<SessionRelay> _lost = Channel.CreateUnbounded<SessionRelay>(new() { SingleReader = true });

    /// <summary>
    /// The relay of a session, subscribed. Each success is given back once with <see cref="LeaveAsync"/>.
    /// </summary>
    public async Task<Outcome<SessionRelay>> EnterAsync(string code, Guid sessionId)
    {
        SessionRelay? relay;
        Task<GameErrorCode?> subscribed;
        lock (_gate)
        {
            if (!_relays.TryGetValue(sessionId, out relay))
            {
                relay = new(_gateway, code, sessionId, hub, grains, clock, retry, time, options.Value, logger, lost => _lost.Writer.TryWrite(lost));
                _relays.Add(sessionId, relay);
                _byCode[code] = relay;
            }
            relay.Users++;
            // A failed one is not kept: the next caller tries again.
            if (relay.Subscribed is null or { IsFaulted: true } or { IsCompletedSuccessfully: true, Result: not null })
                relay.Subscribed = retry.CallAsync(relay.SubscribeAsync);
            subscribed = relay.Subscribed;
        }
        try
        {
            if (await subscribed is not { } refusal)
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

    /// <summary>The relay of a session that someone here is in, subscribed, or null. One that is not null is given back like any other.</summary>
    public SessionRelay? TryEnter(string code)
    {
        lock (_gate)
        {
            if (!_byCode.TryGetValue(code, out var relay) || relay.Subscribed is not { IsCompletedSuccessfully: true, Result: null })
                return null;
            relay.Users++;
            return relay;
        }
    }

    public async Task LeaveAsync(SessionRelay relay)
    {
        lock (_gate)
        {
            if (--relay.Users > 0)
                return;
            _relays.Remove(relay.SessionId);
            if (_byCode.GetValueOrDefault(relay.Code) == relay)
                _byCode.Remove(relay.Code);
        }
        await relay.UnsubscribeAsync();
    }

    /// <summary>What this gateway was subscribed to may be lost, because a silo is: all is renewed now.</summary>
    private void RenewAll()
    {
        foreach (var relay in Present())
            _lost.Writer.TryWrite(relay);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        failures.Lost += RenewAll;
        try
        {
            await Task.WhenAll(RenewFromTimeToTimeAsync(stoppingToken), RenewLostAsync(stoppingToken));
        }
        finally
        {
            failures.Lost -= RenewAll;
        }
    }

    private async Task RenewFromTimeToTimeAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(options.Value.RenewalMs), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var relay in Present())
                await TryRenewAsync(relay);
        }
    }

    /// <summary>One that is lost is renewed by itself, so that relays do not wait for each other.</summary>
    private async Task RenewLostAsync(CancellationToken stoppingToken)
    {
        await foreach (var relay in _lost.Reader.ReadAllAsync(stoppingToken))
        {
            if (relay.Renewing.IsCompleted)
                relay.Renewing = RenewUntilHeardAsync(relay, stoppingToken);
        }
    }

    /// <summary>Until the session is found again: its silo may be dead and not yet be declared so.</summary>
    private async Task RenewUntilHeardAsync(SessionRelay relay, CancellationToken stoppingToken)
    {
        var started = time.GetTimestamp();
        var wait = FirstWait;
        try
        {
            while (!await TryRenewAsync(relay) && IsPresent(relay) && time.GetElapsedTime(started) < Patience)
            {
                await Task.Delay(wait, time, stoppingToken);
                wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The gateway stops, and its connections with it.
        }
    }

    private async Task<bool> TryRenewAsync(SessionRelay relay)
    {
        try
        {
            return await relay.SubscribeAsync() is null;
        }
        catch (Exception failed)
        {
            LogRenewalFailed(failed, relay.SessionId);
            return false;
        }
    }

    private SessionRelay[] Present()
    {
        lock (_gate)
            return [.. _relays.Values];
    }

    private bool IsPresent(SessionRelay relay)
    {
        lock (_gate)
            return _relays.GetValueOrDefault(relay.SessionId) == relay;
    }

    [LoggerMessage(EventId = 201, Level = LogLevel.Warning, Message = "The subscription to session {SessionId} could not be renewed; the next attempt follows")]
    private partial void LogRenewalFailed(Exception cause, Guid sessionId);
}
