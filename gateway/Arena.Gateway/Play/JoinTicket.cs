using Arena.Game.Names;
using Arena.Game.Vocabulary;
using Arena.Gateway.Http;
using Microsoft.AspNetCore.SignalR;

namespace Arena.Gateway.Play;

/// <summary>
/// A connection's place in the join queue: one at a time, for any session, and so many in a minute. So a connection cannot
/// make the queue longer for others than a player does.
/// </summary>
internal sealed class JoinTicket(long nowMs)
{
    /// <summary>More than a person needs who corrects a name; a queue of thousands in a second needs far more.</summary>
    private const int Burst = 10;
    private const int PerMinute = 60;
    private const string Item = "arena.ticket";

    private readonly TokenBudget _tickets = new(Burst, PerMinute, nowMs);
    private Guid? _open;

    public static JoinTicket Of(HubCallerContext context, long nowMs)
    {
        if (!context.Items.TryGetValue(Item, out var ticket))
            context.Items[Item] = ticket = new JoinTicket(nowMs);
        return (JoinTicket)ticket!;
    }

    /// <summary>The fault of a request by itself, before any lookup.</summary>
    public static GameErrorCode? Check(JoinRequest request)
    {
        if (request.OperationId == Guid.Empty)
            return GameErrorCode.InvalidMessage;
        if (Nicknames.Clean(request.Nickname, out _) is { } refusal)
            return refusal;
        return request.Face is < 0 or >= GameLimits.Faces || request.Team is < 0 or >= GameLimits.MaxTeams ? GameErrorCode.OutOfRange : null;
    }

    /// <summary>The ticket that waits, or a new one.</summary>
    /// <param name="operationId">Of the request.</param>
    /// <param name="nowMs">The time.</param>
    /// <param name="waitMs">How long to wait where there is none.</param>
    public Guid? Take(Guid operationId, long nowMs, out int waitMs)
    {
        waitMs = 0;
        if (_open is null && !_tickets.TryTake(nowMs))
        {
            waitMs = _tickets.WaitMs(nowMs);
            return null;
        }
        return _open ??= operationId;
    }

    /// <summary>The ticket let its holder in.</summary>
    public void Use() => _open = null;
}
