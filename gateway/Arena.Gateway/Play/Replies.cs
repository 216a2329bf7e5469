using System.Reflection;
using Arena.Game.Vocabulary;
using Arena.GrainInterfaces;
using Microsoft.AspNetCore.SignalR;

namespace Arena.Gateway.Play;

/// <summary>Outcomes of grains as replies of the hub.</summary>
internal static class Replies
{
    public static Reply<T> From<T>(Outcome<T> outcome)
        where T : class =>
        outcome.Accepted ? new(outcome.Value, null) : Refuse<T>(outcome.Refusal.Value);

    public static Reply<T> Refuse<T>(GameErrorCode code)
        where T : class =>
        new(null, new(code));

    /// <summary>The reply of a method that was not called.</summary>
    /// <exception cref="HubException">The method has no reply: the refusal travels as the error of the call, if its caller waits for one.</exception>
    public static object Refuse(MethodInfo method, RefusalBody refusal) =>
        method.ReturnType is { IsGenericType: true } task && task.GetGenericArguments()[0] is { IsGenericType: true } reply
            && reply.GetGenericTypeDefinition() == typeof(Reply<>)
            ? Activator.CreateInstance(reply, null, refusal)!
            : throw new HubException(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(refusal.Code.ToString()));
}
