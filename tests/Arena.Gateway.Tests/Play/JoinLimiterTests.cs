using Arena.Gateway.Configuration;
using Arena.Gateway.Play;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Tests.Play;

public sealed class JoinLimiterTests : IAsyncDisposable
{
    private readonly JoinLimiter _limiter = new(Options.Create(new GatewayOptions { MaxConcurrentJoins = 2 }));

    public ValueTask DisposeAsync() => _limiter.DisposeAsync();

    [Fact]
    [Asvs("15.1.3", "15.2.2")]
    public async Task A_limited_number_passes_at_once_and_the_others_in_order_of_arrival()
    {
        var inside = Enumerable.Range(0, 5).Select(_ => new TaskCompletionSource()).ToArray();
        var entered = new List<int>();
        var arrived = Enumerable.Range(0, 5).Select(_ => new TaskCompletionSource()).ToArray();
        var passing = Enumerable.Range(0, 5).Select(number => _limiter.PassAsync("GAME", () =>
        {
            entered.Add(number);
            arrived[number].SetResult();
            return inside[number].Task;
        })).ToArray();
        Assert.Equal([0, 1], entered);

        foreach (var (leaving, coming) in ((int, int)[])[(1, 2), (0, 3), (2, 4)])
        {
            inside[leaving].SetResult();
            await arrived[coming].Task;
        }
        Assert.Equal([0, 1, 2, 3, 4], entered);
        inside[3].SetResult();
        inside[4].SetResult();
        await Task.WhenAll(passing);
    }

    [Fact]
    public async Task Games_do_not_wait_for_each_other()
    {
        var inside = new TaskCompletionSource();
        var entered = new List<int>();
        var full = Enumerable.Range(0, 3).Select(number => PassAsync("FULL", number, entered, inside.Task)).ToArray();
        await PassAsync("OTHER", 9, entered, Task.CompletedTask);
        Assert.Equal([0, 1, 9], entered);
        inside.SetResult();
        await Task.WhenAll(full);
    }

    [Fact]
    public async Task A_disconnected_caller_leaves_the_queue_without_joining()
    {
        var inside = new TaskCompletionSource();
        var entered = new List<int>();
        using var gone = new CancellationTokenSource();
        var full = Enumerable.Range(0, 2).Select(number => PassAsync("GAME", number, entered, inside.Task)).ToArray();
        var left = PassAsync("GAME", 2, entered, Task.CompletedTask, gone.Token);
        var next = PassAsync("GAME", 3, entered, Task.CompletedTask);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        inside.SetResult();
        await Task.WhenAll([.. full, next]);
        Assert.Equal([0, 1, 3], entered);
    }

    private Task<bool> PassAsync(string code, int number, List<int> entered, Task until, CancellationToken gone = default) => _limiter.PassAsync(
        code,
        async () =>
        {
            entered.Add(number);
            await until;
            return true;
        },
        gone);
}
