using Arena.Game;
using Arena.Gateway.Http;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Play;

/// <summary>
/// Counts the connections of the hub, in total and by network. Each transport holds one request of a connection open, a WebSocket, events or a
/// poll: those are counted. What asks for a connection is refused before it is given one.
/// </summary>
internal sealed class ConnectionLimit(IOptions<GatewayOptions> options)
{
    private static readonly TimeSpan Retry = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, int> _networks = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
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
            await next(context);
        }
        finally
        {
            Leave(network);
        }
    }

    /// <returns>Why there is no room, or null if there was; then <see cref="Leave"/> has to follow.</returns>
    public Refusal? Enter(string network)
    {
        lock (_gate)
        {
            if (_total >= options.Value.MaxConnections)
                return Refusal.Overloaded;
            var held = _networks.GetValueOrDefault(network);
            if (held >= options.Value.MaxConnectionsPerAddress)
                return Refusal.TooManyConnections;
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
