using Arena.GrainInterfaces;

namespace Arena.Grains.Session;

/// <summary>
/// Sends pushes to one observer in order, one awaited batch at a time; pushes that gather during a call go with the next. Adding a push does
/// not wait. A batch that is not answered, or whose silo on the way became unavailable, is sent again. An observer that fails, answers none of
/// the tries, or takes nothing for so long that too much gathers, is given up.
/// </summary>
/// <param name="observer">The receiver.</param>
/// <param name="time">The clock of the pauses between tries.</param>
/// <param name="failed">Called once, when the observer is given up.</param>
internal sealed class Outbox(ISessionObserver observer, TimeProvider time, Action<Exception> failed)
{
    /// <summary>Pushes that gather while a batch is under way. A session makes a few a second.</summary>
    private const int MaxWaiting = 1_000;

    /// <summary>Of one batch, each as long as the call's own timeout.</summary>
    private const int Tries = 10;

    /// <summary>
    /// Between two tries when a silo became unavailable, which is reported at once: all tries together outlast the time that the cluster needs
    /// to notice the failure and to find another way to the observer.
    /// </summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly Guid _id = Guid.NewGuid();
    private readonly List<SessionPush> _waiting = [];
    private long _number;
    private bool _sending;

    public ISessionObserver Observer { get; } = observer;

    /// <summary>Whether the observer was given up.</summary>
    public bool Failed { get; private set; }

    public void Add(SessionPush push)
    {
        if (Failed)
            return;
        _waiting.Add(push);
        if (_waiting.Count > MaxWaiting)
            GiveUp(new LimitExceededException($"{MaxWaiting} pushes wait for a gateway that takes none."));
        else if (!_sending)
            _ = SendAllAsync();
    }

    /// <summary>Never throws: a failure ends the subscription.</summary>
    private async Task SendAllAsync()
    {
        _sending = true;
        try
        {
            while (_waiting.Count > 0 && !Failed)
            {
                PushBatch batch = new(_id, ++_number, [.. _waiting]);
                _waiting.Clear();
                await SendAsync(batch);
            }
        }
        catch (Exception refused)
        {
            GiveUp(refused);
        }
        _sending = false;
    }

    private async Task SendAsync(PushBatch batch)
    {
        for (var attempt = 1; !Failed; attempt++)
        {
            try
            {
                await Observer.Pushed(batch);
                return;
            }
            catch (TimeoutException) when (attempt < Tries)
            {
                // The call may have gone through a silo that has stopped since.
            }
            catch (SiloUnavailableException) when (attempt < Tries)
            {
                await Task.Delay(Pause, time);
            }
        }
    }

    private void GiveUp(Exception cause)
    {
        if (Failed)
            return;
        Failed = true;
        _waiting.Clear();
        failed(cause);
    }
}
