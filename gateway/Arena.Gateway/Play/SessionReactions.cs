using Arena.Game.Vocabulary;
using Arena.Gateway.Configuration;
using Arena.GrainInterfaces;
using Microsoft.AspNetCore.SignalR;

namespace Arena.Gateway.Play;

/// <summary>
/// The reactions of one session on this gateway: those of its players go to the session, which knows all gateways, and those of all players come back
/// to its hosts. Answers never wait for them.
/// </summary>
internal sealed partial class SessionReactions
{
    private readonly SeatBudgets _budgets;
    private readonly ILogger _logger;
    private readonly Guid _sessionId;
    private readonly ReactionBatcher _toSession;
    private readonly ReactionBatcher _toScreens;

    public SessionReactions(SessionRelay relay, IHubContext<GameHub, IGameClient> hub, TimeProvider time, GatewayOptions options, ILogger logger)
    {
        (_logger, _sessionId) = (logger, relay.SessionId);
        _budgets = new(time, options.ReactionBurst, options.ReactionsPerMinute);
        _toSession = new(time, batch => relay.Session.React(relay.SessionId, batch), LogDropped);
        _toScreens = new(time, batch => hub.Clients.Groups(relay.Hosts, relay.Screens).Reactions(new(batch.Counts, batch.Seats)), LogDropped);
    }

    /// <summary>Whether players can react now, as the session has said last.</summary>
    public bool AreOpen { get; set; }

    /// <summary>Takes the reaction of a player.</summary>
    public Reply<Reacted> Take(int seat, Reaction kind)
    {
        if (!AreOpen)
            return Replies.Refuse<Reacted>(GameErrorCode.NotNow);
        if (!_budgets.TryTake(seat, out var waitMs))
            return new(null, new(GameErrorCode.TooFast, waitMs));
        _toSession.Add(new([new(kind, 1)], [seat]));
        return new(new(waitMs), null);
    }

    /// <summary>Shows the reactions of players, of whatever gateway, to the hosts here and to those who watch.</summary>
    public void Show(ReactionBatch batch) => _toScreens.Add(batch);

    private void LogDropped(Exception cause) => LogDropped(cause, _sessionId);

    [LoggerMessage(EventId = 204, Level = LogLevel.Debug, Message = "Reactions of session {SessionId} were dropped")]
    private partial void LogDropped(Exception cause, Guid sessionId);
}
