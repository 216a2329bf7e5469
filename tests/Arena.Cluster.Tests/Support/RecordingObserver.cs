using System.Threading.Channels;
using Arena.GrainInterfaces;

namespace Arena.Cluster.Tests.Support;

/// <summary>A gateway's observer that keeps what it is sent.</summary>
internal sealed class RecordingObserver : ISessionObserver
{
    private readonly Channel<SessionPush> _pushes = Channel.CreateUnbounded<SessionPush>();

    public Task Pushed(PushBatch batch)
    {
        foreach (var push in batch.Pushes)
            _pushes.Writer.TryWrite(push);
        return Task.CompletedTask;
    }

    public Task Moved() => Task.CompletedTask;

    public Task Reacted(ReactionBatch batch) => Task.CompletedTask;

    /// <summary>Takes pushes until one is as wanted.</summary>
    public async Task<SessionPush> UntilAsync(Func<SessionPush, bool> wanted)
    {
        while (true)
        {
            var push = await _pushes.Reader.ReadAsync(TestContext.Current.CancellationToken);
            if (wanted(push))
                return push;
        }
    }
}
