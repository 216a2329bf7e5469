using System.Diagnostics;

namespace Arena.Runtime;

/// <summary>Spans of turns. They join the caller's trace, since its current activity travels with the call.</summary>
internal static class RuntimeTracing
{
    public const string SourceName = "Arena.Runtime";

    private static readonly ActivitySource Source = new(SourceName);

    public static Activity? StartTurn(GrainCall call, TurnHost host)
    {
        if (!Source.HasListeners()) return null;
        var activity = call.CallerTrace == default
            ? Source.StartActivity(call.Name, ActivityKind.Server)
            : Source.StartActivity(call.Name, ActivityKind.Server, call.CallerTrace);
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("rpc.system", "arena");
            activity.SetTag("rpc.service", call.Method.InterfaceName);
            activity.SetTag("rpc.method", call.Method.Name);
            activity.SetTag("arena.grain.type", host.GrainId.Type);
        }

        return activity;
    }
}
