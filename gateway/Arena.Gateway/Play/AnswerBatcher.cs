using System.Collections.Immutable;
using System.Threading.Channels;
using Arena.Game.Vocabulary;
using Arena.GrainInterfaces;

namespace Arena.Gateway.Play;

/// <summary>
/// Sends the answers of one session in batches, one grain call at a time: what arrives during a call goes with the next. So a lone answer
/// never waits, and ten thousand at once cost a few calls. A lost answer, or one refused for reasons that say nothing about it, is sent again with the next
/// batch, with the same operation id, so that no answer waits behind the attempts at others (<see cref="GrainCallRetry"/>).
/// </summary>
internal sealed class AnswerBatcher(
    Func<ImmutableArray<SubmitAnswer>, Task<ImmutableArray<Outcome<Acknowledged>>>> send, GrainCallRetry retry, int maxWaiting, int maxBatch = 1_000)
{
    private const int AcknowledgedTogether = 16;

    private readonly Channel<Waiting> _waiting = Channel.CreateBounded<Waiting>(
        new BoundedChannelOptions(maxWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    private readonly Lock _gate = new();
    private readonly HashSet<Waiting> _outstanding = [];
    private int _sending;

    /// <summary>Answers once the session has answered. Never throws for what the session refuses.</summary>
    public Task<Outcome<Acknowledged>> SubmitAsync(SubmitAnswer answer)
    {
        var waiting = new Waiting(answer, retry.Timestamp());
        lock (_gate)
        {
            if (!_waiting.Writer.TryWrite(waiting))
                return Task.FromResult<Outcome<Acknowledged>>(GameErrorCode.Overloaded);
            _outstanding.Add(waiting);
        }
        if (Interlocked.Exchange(ref _sending, 1) == 0)
            _ = SendAllAsync();
        return waiting.Done.Task;
    }

    /// <summary>Completes once every answer that was submitted before is answered, so that what follows cannot overtake it.</summary>
    public async Task WhenAnswered()
    {
        Task[] answers;
        lock (_gate)
            answers = [.. _outstanding.Select(waiting => waiting.Done.Task)];
        await Task.WhenAll(answers).ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task SendAllAsync()
    {
        do
        {
            List<Waiting> again = [];
            var wait = GrainCallRetry.FirstWait;
            while (TakeBatch(again) is { Count: > 0 } batch)
                (again, wait) = await SendAsync(batch, wait);
            Volatile.Write(ref _sending, 0);
        }
        while (_waiting.Reader.TryPeek(out _) && Interlocked.Exchange(ref _sending, 1) == 0);
    }

    /// <summary>Repeated answers first, then new ones.</summary>
    private List<Waiting> TakeBatch(List<Waiting> again)
    {
        while (again.Count < maxBatch && _waiting.Reader.TryRead(out var waiting))
            again.Add(waiting);
        return again;
    }

    /// <summary>Every waiting answer is answered, with a failure too, or given back to be sent again: nothing escapes to the loop.</summary>
    /// <param name="batch">The answers.</param>
    /// <param name="wait">How long to wait before lost answers are sent again.</param>
    /// <returns>The answers to send again, and the wait in case they are lost too.</returns>
    private async Task<(List<Waiting> Again, TimeSpan Wait)> SendAsync(List<Waiting> batch, TimeSpan wait)
    {
        try
        {
            var outcomes = await send([.. batch.Select(waiting => waiting.Answer)]);
            var replies = batch.Zip(outcomes).ToLookup(reply => GrainCallRetry.IsWorthRetrying(reply.Second.Refusal) && ++reply.First.Replies < GrainCallRetry.Attempts);
            _ = AcknowledgeAsync([.. replies[false]]);
            return ([.. replies[true].Select(reply => reply.First)], GrainCallRetry.FirstWait);
        }
        catch (Exception failed)
        {
            var again = GrainCallRetry.IsLost(failed) ? batch.FindAll(waiting => retry.HasTime(waiting.Since, wait)) : [];
            foreach (var waiting in batch.Except(again))
            {
                waiting.Done.TrySetException(failed);
                Forget(waiting);
            }
            if (again.Count > 0)
                await retry.WaitAsync(wait, CancellationToken.None);
            return (again, GrainCallRetry.NextWait(wait));
        }
    }

    /// <summary>
    /// Lets the callers continue, a few at a time, and yields before the next few: messages that have arrived are received, and
    /// its time taken, first.
    /// </summary>
    private async Task AcknowledgeAsync((Waiting Waiting, Outcome<Acknowledged> Outcome)[] replies)
    {
        for (var index = 0; index < replies.Length; index++)
        {
            if (index % AcknowledgedTogether == 0)
                await Task.Yield();
            replies[index].Waiting.Done.SetResult(replies[index].Outcome);
            Forget(replies[index].Waiting);
        }
    }

    private void Forget(Waiting waiting)
    {
        lock (_gate)
            _outstanding.Remove(waiting);
    }

    private sealed class Waiting(SubmitAnswer answer, long since)
    {
        public SubmitAnswer Answer { get; } = answer;

        public long Since { get; } = since;

        /// <summary>How often the session has replied without deciding.</summary>
        public int Replies { get; set; }

        public TaskCompletionSource<Outcome<Acknowledged>> Done { get; } = new();
    }
}
