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

    [LoggerMessage(50, LogLevel.Information, "Joined the cluster as {Silo}")]
    public static partial void Joined(this ILogger logger, SiloAddress silo);

    [LoggerMessage(51, LogLevel.Information, "Left the cluster as {Silo}")]
    public static partial void Left(this ILogger logger, SiloAddress silo);

    [LoggerMessage(52, LogLevel.Warning, "{Silo} is declared dead: its lease has run out")]
    public static partial void SiloDeclaredDead(this ILogger logger, SiloAddress silo);

    [LoggerMessage(53, LogLevel.Critical, "{Silo} has lost its lease: others own its grains now, and this process ends")]
    public static partial void LeaseLost(this ILogger logger, SiloAddress silo);

    [LoggerMessage(54, LogLevel.Warning, "The lease of {Silo} was not renewed; the next attempt follows")]
    public static partial void RenewalFailed(this ILogger logger, Exception exception, SiloAddress silo);

    [LoggerMessage(55, LogLevel.Warning, "The cluster store cannot be reached: who is in the cluster stays as it was last known")]
    public static partial void ClusterStoreLost(this ILogger logger, Exception exception);

    [LoggerMessage(56, LogLevel.Information, "The cluster store can be reached again")]
    public static partial void ClusterStoreBack(this ILogger logger);

    [LoggerMessage(57, LogLevel.Warning, "{Count} placement groups could not be claimed or released; calls to them are refused, and the next one tries again")]
    public static partial void DirectoryFailed(this ILogger logger, Exception exception, int count);

    [LoggerMessage(60, LogLevel.Information, "Linked to {Peer}")]
    public static partial void Linked(this ILogger logger, string peer);

    [LoggerMessage(61, LogLevel.Information, "The link to {Peer} has ended: {Reason}. {Calls} calls wait for an answer that will not come")]
    public static partial void LinkEnded(this ILogger logger, string peer, string reason, int calls);

    [LoggerMessage(62, LogLevel.Debug, "{Silo} cannot be reached")]
    public static partial void Unreachable(this ILogger logger, Exception exception, SiloAddress silo);
}
