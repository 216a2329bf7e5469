using System.Threading.Channels;

namespace Arena.Bench;

/// <summary>The floor: a hand-written actor on a channel, which has one message at a time and nothing else of the engine.</summary>
internal sealed class ChannelSpeaker : IAsyncDisposable
{
    private readonly Channel<(string Text, TaskCompletionSource<string> Answer)> _mailbox =
        Channel.CreateUnbounded<(string, TaskCompletionSource<string>)>(new UnboundedChannelOptions { SingleReader = true });

    private readonly Task _loop;

    public ChannelSpeaker() => _loop = RunAsync();

    public Task<string> Say(string text)
    {
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _mailbox.Writer.TryWrite((text, answer));
        return answer.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _mailbox.Writer.Complete();
        await _loop;
    }

    private async Task RunAsync()
    {
        await foreach (var (text, answer) in _mailbox.Reader.ReadAllAsync()) answer.SetResult(text);
    }
}
