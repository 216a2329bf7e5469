using Arena.Game.Vocabulary;
using Arena.Gateway.Http;
using Arena.Gateway.Refusals;
using Microsoft.AspNetCore.SignalR;

namespace Arena.Gateway.Play;

/// <summary>Reports refusals of the hub to the <see cref="RefusalLog"/>, by its replies.</summary>
internal sealed class HubRefusalWatch(RefusalLog log) : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var reply = await next(invocationContext);
        if (reply is IReply { Refusal.Code: var code } && KindOf(code, invocationContext.HubMethodName) is { } kind)
            log.Refused(kind, invocationContext.HubMethodName, AddressRate.Network(invocationContext.Context.GetHttpContext()!));
        return reply;
    }

    private static RefusalKind? KindOf(GameErrorCode code, string method) => code switch
    {
        GameErrorCode.TooFast when method is nameof(GameHub.Find) or nameof(GameHub.Join) or nameof(GameHub.SuggestName) or nameof(GameHub.TakeSeat) => RefusalKind.JoinCodes,
        GameErrorCode.TooFast => RefusalKind.CallRate,
        GameErrorCode.SessionFull or GameErrorCode.TooManyFromNetwork or GameErrorCode.TooManyConnections => RefusalKind.Seats,
        GameErrorCode.InvalidToken => RefusalKind.Token,
        _ => null,
    };
}
