using Arena.Game.Vocabulary;
using Arena.Gateway.Http;
using Arena.GrainInterfaces;
using Microsoft.AspNetCore.SignalR;

namespace Arena.Gateway.Play;

/// <summary>
/// Slows down callers who guess join codes, or codes of seats. A code of no seat, one of no game, and one of a game that has ended, cost the connection and its network a try each. A connection that has used up its own waits, and harms no other one; when the network's are used up,
/// codes are looked up at a trickle. A code that the network has found already, or hosts, is let through at once: who knows it does not guess. That is not so for the code of a seat.
/// </summary>
internal sealed class JoinCodeGuard(CodeMisses misses) : IHubFilter
{
    /// <summary>More than a person mistypes; a guesser needs far more.</summary>
    private const int ConnectionBurst = 10;
    private const int ConnectionPerMinute = 10;
    private const string BudgetItem = "arena.codes";

    public Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        context.Context.Items[BudgetItem] = new TokenBudget(ConnectionBurst, ConnectionPerMinute, misses.NowMs);
        return next(context);
    }

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var network = AddressRate.Network(invocationContext.Context.GetHttpContext()!);
        if (TriedCode(invocationContext) is not { } typed || !JoinCode.TryParse(typed, out var code))
        {
            var answered = await next(invocationContext);
            if (answered is Reply<SeatWelcome> { Value: not null } or Reply<HostWelcome> { Value: not null }
                && GameConnections.CodeOf(invocationContext.Context) is { } bound)
            {
                misses.Learn(network, bound);
            }
            return answered;
        }
        return await TryAsync(invocationContext, next, network, code);
    }

    private async ValueTask<object?> TryAsync(
        HubInvocationContext invocation, Func<HubInvocationContext, ValueTask<object?>> next, string network, string code)
    {
        var connection = (TokenBudget)invocation.Context.Items[BudgetItem]!;
        while (true)
        {
            if (misses.IsKnown(network, code) && invocation.HubMethodName != nameof(GameHub.TakeSeat))
            {
                var known = await next(invocation);
                if (IsMiss(known))
                    misses.Forget(network, code);
                return known;
            }
            if (misses.TryReserve(network, connection, out var reserved, out var refused))
                return await LookUpAsync(invocation, next, network, code, reserved);
            // A class that types the code of a new game at the same moment waits for the first of its answers.
            if (refused.Freed is null)
                return Replies.Refuse(invocation.HubMethod, new(GameErrorCode.TooFast, refused.WaitMs));
            await refused.Freed.WaitAsync(invocation.Context.ConnectionAborted);
        }
    }

    private async ValueTask<object?> LookUpAsync(
        HubInvocationContext invocation, Func<HubInvocationContext, ValueTask<object?>> next, string network, string code, ReservedTry reserved)
    {
        var isMiss = false;
        try
        {
            var reply = await next(invocation);
            isMiss = IsMiss(reply);
            if (reply is Reply<SessionSummary> { Value: not null } or Reply<NameSuggestion> { Value: not null } or Reply<SeatWelcome> { Value: not null })
                misses.Learn(network, code);
            return reply;
        }
        finally
        {
            misses.Settle(reserved, isMiss);
        }
    }

    private static string? TriedCode(HubInvocationContext invocation) => invocation.HubMethodArguments is [var argument, ..]
        ? argument switch
        {
            string code when invocation.HubMethodName == nameof(GameHub.Find) => code,
            SuggestNameRequest request => request.Code,
            JoinRequest request => request.Code,
            TakeSeatRequest request => request.Code,
            _ => null,
        }
        : null;

    private static bool IsMiss(object? reply) => (reply switch
    {
        Reply<SessionSummary> found => found.Refusal,
        Reply<NameSuggestion> suggested => suggested.Refusal,
        Reply<SeatWelcome> joined => joined.Refusal,
        _ => null,
    })?.Code is GameErrorCode.UnknownSession or GameErrorCode.SessionEnded or GameErrorCode.UnknownHandover;
}
