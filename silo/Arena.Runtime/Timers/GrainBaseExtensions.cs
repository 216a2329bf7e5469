namespace Arena.Runtime;

/// <summary>Timers and deactivation for grains.</summary>
public static class GrainBaseExtensions
{
    /// <summary>Ends the activation when its running turns have ended.</summary>
    /// <param name="grain">The grain.</param>
    public static void DeactivateOnIdle(this IGrainBase grain)
    {
        ArgumentNullException.ThrowIfNull(grain);
        grain.GrainContext.Deactivate(
            new DeactivationReason(DeactivationReasonCode.ApplicationRequested, $"{nameof(DeactivateOnIdle)} was called."));
    }

    /// <summary>
    /// Starts a timer. Each tick is a turn: it waits for running turns unless told to interleave, ticks never pile up (the
    /// period counts from the end of a tick), a failing tick is logged and the timer goes on, and the timer ends with the activation.
    /// </summary>
    /// <typeparam name="TState">What the callback is handed.</typeparam>
    /// <param name="grain">The grain; the call must come from one of its turns.</param>
    /// <param name="callback">The tick. Its token ends when the timer is disposed.</param>
    /// <param name="state">Handed to the callback.</param>
    /// <param name="options">When and how it ticks.</param>
    /// <returns>The timer.</returns>
    public static IGrainTimer RegisterGrainTimer<TState>(
        this IGrainBase grain,
        Func<TState, CancellationToken, Task> callback,
        TState state,
        GrainTimerCreationOptions options)
    {
        ArgumentNullException.ThrowIfNull(grain);
        ArgumentNullException.ThrowIfNull(callback);
        return ((Activation)grain.GrainContext).RegisterTimer(token => callback(state, token), options);
    }

    /// <inheritdoc cref="RegisterGrainTimer{TState}(IGrainBase, Func{TState, CancellationToken, Task}, TState, GrainTimerCreationOptions)"/>
    public static IGrainTimer RegisterGrainTimer<TState>(
        this IGrainBase grain,
        Func<TState, Task> callback,
        TState state,
        GrainTimerCreationOptions options)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return RegisterGrainTimer(grain, (tickState, _) => callback(tickState), state, options);
    }

    /// <inheritdoc cref="RegisterGrainTimer{TState}(IGrainBase, Func{TState, CancellationToken, Task}, TState, GrainTimerCreationOptions)"/>
    public static IGrainTimer RegisterGrainTimer(
        this IGrainBase grain,
        Func<CancellationToken, Task> callback,
        GrainTimerCreationOptions options)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return RegisterGrainTimer(grain, static (tick, token) => tick(token), callback, options);
    }

    /// <inheritdoc cref="RegisterGrainTimer{TState}(IGrainBase, Func{TState, CancellationToken, Task}, TState, GrainTimerCreationOptions)"/>
    public static IGrainTimer RegisterGrainTimer(this IGrainBase grain, Func<Task> callback, GrainTimerCreationOptions options)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return RegisterGrainTimer(grain, static (tick, _) => tick(), callback, options);
    }

    /// <summary>Starts a timer that neither interleaves nor keeps the activation alive.</summary>
    /// <param name="grain">The grain; the call must come from one of its turns.</param>
    /// <param name="callback">The tick.</param>
    /// <param name="dueTime">Until the first tick.</param>
    /// <param name="period">From the end of a tick to the next.</param>
    /// <returns>The timer.</returns>
    public static IGrainTimer RegisterGrainTimer(this IGrainBase grain, Func<Task> callback, TimeSpan dueTime, TimeSpan period) =>
        RegisterGrainTimer(grain, callback, new GrainTimerCreationOptions(dueTime, period));
}
