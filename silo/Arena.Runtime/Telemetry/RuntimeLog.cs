using Microsoft.Extensions.Logging;

namespace Arena.Runtime;

/// <summary>What the engine logs.</summary>
internal static partial class RuntimeLog
{
    [LoggerMessage(1, LogLevel.Information, "Silo started with {GrainClasses} grain classes")]
    public static partial void SiloStarted(this ILogger logger, int grainClasses);

    [LoggerMessage(2, LogLevel.Information, "Silo is draining {Activations} activations")]
    public static partial void SiloDraining(this ILogger logger, int activations);

    [LoggerMessage(3, LogLevel.Information, "Silo stopped")]
    public static partial void SiloStopped(this ILogger logger);

    [LoggerMessage(4, LogLevel.Warning, "Silo stopped with {Left} activations that did not end within {Timeout}")]
    public static partial void DrainIncomplete(this ILogger logger, int left, TimeSpan timeout);

    [LoggerMessage(10, LogLevel.Debug, "Activated {GrainId}")]
    public static partial void Activated(this ILogger logger, GrainId grainId);

    [LoggerMessage(11, LogLevel.Warning, "Activation of {GrainId} failed")]
    public static partial void ActivationFailed(this ILogger logger, Exception exception, GrainId grainId);

    [LoggerMessage(12, LogLevel.Debug, "Deactivated {GrainId}: {Reason}")]
    public static partial void Deactivated(this ILogger logger, GrainId grainId, DeactivationReason reason);

    [LoggerMessage(13, LogLevel.Error, "Deactivation of {GrainId} failed; the activation ends all the same")]
    public static partial void DeactivationFailed(this ILogger logger, Exception exception, GrainId grainId);

    [LoggerMessage(20, LogLevel.Warning, "{Call} on {GrainId} did not answer within {Timeout}")]
    public static partial void CallTimedOut(this ILogger logger, string call, GrainId grainId, TimeSpan timeout);

    [LoggerMessage(21, LogLevel.Error, "One-way {Call} on {GrainId} failed")]
    public static partial void OneWayFailed(this ILogger logger, Exception exception, string call, GrainId grainId);

    [LoggerMessage(22, LogLevel.Warning, "One-way {Call} on {GrainId} was refused")]
    public static partial void OneWayRefused(this ILogger logger, Exception exception, string call, GrainId grainId);

    [LoggerMessage(23, LogLevel.Debug, "{Call} was dropped: observer {GrainId} was deleted")]
    public static partial void ObserverGone(this ILogger logger, string call, GrainId grainId);

    [LoggerMessage(30, LogLevel.Error, "A timer tick of {GrainId} failed; the timer goes on")]
    public static partial void TimerTickFailed(this ILogger logger, Exception exception, GrainId grainId);

    [LoggerMessage(40, LogLevel.Critical, "The scheduler of {GrainId} met a fault of the engine itself")]
    public static partial void TurnSchedulerFault(this ILogger logger, Exception exception, GrainId grainId);
}
