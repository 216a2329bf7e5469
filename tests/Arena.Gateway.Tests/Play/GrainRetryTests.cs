using Arena.GrainInterfaces;

namespace Arena.Gateway.Tests.Play;

public sealed class GrainRetryTests
{
    [Fact]
    public async Task A_launch_whose_call_is_lost_is_repeated_while_the_time_of_games_stands_still()
    {
        var calls = new LostLaunch();
        await using var arena = new PlayHost { Calls = calls };
        var api = await arena.ApiAsync();
        await api.LaunchAsync(await api.CreateQuizAsync(1));
        Assert.Equal(2, calls.Count);
    }

    private sealed class LostLaunch : IOutgoingGrainCallFilter
    {
        public int Count { get; private set; }

        public Task Invoke(IOutgoingGrainCallContext context)
        {
            if (context.InterfaceMethod.Name != nameof(IGameSessionGrain.Launch))
                return context.Invoke();
            return ++Count == 1 ? throw new TimeoutException("The first call is lost.") : context.Invoke();
        }
    }
}
