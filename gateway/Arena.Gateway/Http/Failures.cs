using System.Diagnostics;
using Arena.Game.Vocabulary;

namespace Arena.Gateway.Http;

/// <summary>What a caller learns of a failure that no code path refused: the same from the hub and from REST.</summary>
internal static class Failures
{
    /// <summary>The code. Only a failure that is known to have changed nothing says so.</summary>
    public static GameErrorCode CodeOf(Exception failed) => failed switch
    {
        LimitExceededException => GameErrorCode.Overloaded,
        SiloUnavailableException or OperationCanceledException => GameErrorCode.Unavailable,
        _ => GameErrorCode.OutcomeUnknown,
    };

    /// <summary>HTTP's word for it. What is not understood is a fault of the server, and its status says so to operators.</summary>
    public static int StatusOf(Exception failed) => failed switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        TimeoutException or LimitExceededException or SiloUnavailableException or OperationCanceledException => ((ProblemCode)CodeOf(failed)).Status,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>The trace of the call, for the caller to quote to the operator: the log has it on the line of the failure.</summary>
    public static string? TraceId => Activity.Current?.TraceId.ToString();
}
