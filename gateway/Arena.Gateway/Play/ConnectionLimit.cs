using Arena.Game.Vocabulary;
using Arena.Gateway.Configuration;
using Arena.Gateway.Http;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Play;

/// <summary>
/// Counts the connections of the hub, in total and by network. Each transport holds one request of a connection open, a WebSocket, events or a
/// poll: those are counted. What asks for a connection is refused before it is given one, and a network may ask so often in a minute: a
/// connection that was asked for is kept for a while, whether it is used or not.
/// </summary>
/// <param name="options">How many connections there may be.</param>
/// <param name="time">Not the game's clock, which tests stop: networks know no virtual time.</param>
internal sealed class ConnectionLimit(IOptions<GatewayOptions> options, TimeProvider time)
{
    /// <summary>Requests for a connection in a minute, for each connection that a network may have: all of it may reconnect twice.</summary>
    private const int NegotiationsAConnection = 2;

    private static readonly TimeSpan Retry = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, int> _networks = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly Allowances _negotiations = new(NegotiationsAConnection * (long)options.Value.MaxConnectionsPerAddress, TimeSpan.FromMinutes(1), time);
    private int _total;

    public async Task ServeAsync(HttpContext context, RequestDelegate next)
    {
        var network = AddressRate.Network(context);
        // Messages and farewells of connections that are there come by these, and so does the question for a new one.
        var isShort = HttpMethods.IsPost(context.Request.Method) || HttpMethods.IsDelete(context.Request.Method) || HttpMethods.IsOptions(context.Request.Method);
        if (isShort && context.Request.Query.ContainsKey("id"))
        {
            await next(context);
            return;
        }
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
