using Arena.Game.Vocabulary;
using Arena.Gateway.Configuration;
using Arena.Gateway.Http;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Play;

/// <summary>
/// Counts the connections of the hub, in total and by network. Each transport holds one request of a connection open, a WebSocket, events or a
/// poll: those are counted. What asks for a connection is refused before it is given one, and a network may ask so often in a minute: a
/// connection that was asked for is kept for a while, whether it is used or not. A network opens a tenth of its connections at once and the rest
/// within three seconds, in their order: connections that open together also send and end together, and games would wait for hundreds of them; a room whose page reconnects is back before its browsers give the transport up
/// (<see cref="ConnectionTimings.WebSocketStartMs"/>), and one that opens connections only to be refused waits as long for each refusal.
/// </summary>
/// <param name="options">How many connections there may be.</param>
/// <param name="time">Not the game's clock, which tests stop: networks know no virtual time.</param>
internal sealed class ConnectionLimit(IOptions<GatewayOptions> options, TimeProvider time)
{
    /// <summary>Requests for a connection in a minute, for each connection that a network may have: all of it may reconnect twice.</summary>
    private const int NegotiationsAConnection = 2;

    /// <summary>The part of its connections that a network opens at once.</summary>
    private const double BurstPart = 0.1;

    /// <summary>The part of them that it opens in each second after that.</summary>
    private const double SecondPart = 0.3;

    /// <summary>A network opens as many at once, however few it may have: those that ended in the meantime do not count.</summary>
    private const int LeastBurst = 50;

    private const int LeastPerSecond = 25;

    private static readonly TimeSpan Retry = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, int> _networks = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly Allowances _negotiations = new(NegotiationsAConnection * (long)options.Value.MaxConnectionsPerAddress, TimeSpan.FromMinutes(1), time);
    private readonly EvenPace _openings = new(
        Math.Max(LeastBurst, (int)(options.Value.MaxConnectionsPerAddress * BurstPart)),
        Math.Max(LeastPerSecond, (int)(options.Value.MaxConnectionsPerAddress * SecondPart)),
        options.Value.MaxConnectionsPerAddress, time);

    private int _total;
    private int _waiting;

    public async Task ServeAsync(HttpContext context, RequestDelegate next)
    {
        var network = AddressRate.Network(context);
        // Messages and farewells of connections that are there come by these, and so does the question for a new one.
        var isShort = HttpMethods.IsPost(context.Request.Method) || HttpMethods.IsDelete(context.Request.Method) || HttpMethods.IsOptions(context.Request.Method);
        var isOfConnection = context.Request.Query.ContainsKey("id");
        if (isShort && isOfConnection)
        {
            await next(context);
            return;
        }
        if (!isOfConnection && await WaitAsync(network, context.RequestAborted) is { } refused)
        {
            await Problems.Limited(context.Response, refused, Retry).ExecuteAsync(context);
            return;
        }
        if (context.RequestAborted.IsCancellationRequested)
            return;
        if (Enter(network) is { } refusal)
        {
            await Problems.Limited(context.Response, refusal, Retry).ExecuteAsync(context);
            return;
        }
        try
        {
            if (HttpMethods.IsPost(context.Request.Method) && _negotiations.Use(network, 1) is { } wait)
                await Problems.TooFast(context, wait).ExecuteAsync(context);
            else
                await next(context);
        }
        finally
        {
            Leave(network);
        }
    }

    /// <summary>Waits for the turn of a connection that is to be opened.</summary>
    /// <returns>Why it gets none: those that wait count in the total, so that they leave room for pages.</returns>
    public async Task<GameErrorCode?> WaitAsync(string network, CancellationToken gone)
    {
        if (_openings.Reserve(network) is not { } wait)
            return GameErrorCode.TooManyConnections;
        if (wait == TimeSpan.Zero)
            return null;
        lock (_gate)
        {
            if (_total + _waiting >= options.Value.MaxConnections)
                return GameErrorCode.Overloaded;
            _waiting++;
        }
        await Task.Delay(wait, time, gone).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_gate)
            _waiting--;
        return null;
    }

    /// <returns>Why there is no room, or null if there was; then <see cref="Leave"/> has to follow.</returns>
    public GameErrorCode? Enter(string network)
    {
        lock (_gate)
        {
            if (_total >= options.Value.MaxConnections)
                return GameErrorCode.Overloaded;
            var held = _networks.GetValueOrDefault(network);
            if (held >= options.Value.MaxConnectionsPerAddress)
                return GameErrorCode.TooManyConnections;
            _networks[network] = held + 1;
            _total++;
            return null;
        }
    }

    public void Leave(string network)
    {
        lock (_gate)
        {
            _total--;
            if (--_networks[network] == 0)
                _networks.Remove(network);
        }
    }
}
