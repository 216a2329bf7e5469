using Arena.TestKit.VirtualTime;

namespace Arena.TestKit.Scheduling;

/// <summary>
/// One process's way to a server that is in no process of the simulation, such as a database. A request takes time each way and may fail
/// before or after it took effect. It proceeds even if the process is paused or killed; the answer arrives as a step of the
/// process.
/// </summary>
/// <param name="process">The caller.</param>
/// <param name="time">The simulation's time.</param>
/// <param name="draw">What becomes of the next request.</param>
public sealed class SimulatedExchange(SimulatedProcess process, ManualTimeProvider time, Func<ExchangeFate> draw)
{
    /// <summary>Asks the server.</summary>
    /// <typeparam name="T">What it answers.</typeparam>
    /// <param name="effect">What the server does; its task is complete when it returns.</param>
    /// <param name="fail">Makes the failure that the process sees.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The answer.</returns>
    public Task<T> AskAsync<T>(Func<Task<T>> effect, Func<ExchangeFailure, Exception> fail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(effect);
        ArgumentNullException.ThrowIfNull(fail);
        var fate = draw();
        var answer = new TaskCompletionSource<T>();
        After(fate.There, () =>
        {
            var served = fate.Failure == ExchangeFailure.Before ? Task.FromException<T>(fail(fate.Failure)) : Serve(effect);
            if (served.IsCompletedSuccessfully && fate.Failure == ExchangeFailure.After) served = Task.FromException<T>(fail(fate.Failure));
            After(fate.Back, () => process.Post(() => answer.TrySetFromTask(served)));
        });
        cancellationToken.UnsafeRegister((_, token) => answer.TrySetCanceled(token), null);
        return answer.Task;
    }

    /// <summary>What the server refuses at once is an answer too: it is for the process, not for the step of no process that this is.</summary>
    private static Task<T> Serve<T>(Func<Task<T>> effect)
    {
        try
        {
            return effect();
        }
        catch (Exception refused)
        {
            return Task.FromException<T>(refused);
        }
    }

    private void After(TimeSpan wait, Action go)
    {
        ITimer? timer = null;
        timer = time.CreateTimer(
            _ =>
            {
                timer?.Dispose();
                go();
            },
            null,
            wait,
            Timeout.InfiniteTimeSpan);
    }
}
