using Arena.GrainInterfaces;

namespace Arena.Gateway.Tests.Play;

public sealed class StopTests
{
    [Fact]
    public async Task A_process_stops_at_once_when_a_leaderboard_does_not_answer()
    {
        var calls = new SilentLeaderboards();
        // A stop that takes longer than the host's shutdown timeout throws.
        await using var arena = new PlayHost { Calls = calls };
        await using var table = await arena.OpenTableAsync();
        await table.SeatAsync("Ann");
        await table.OpenAsync(0);
        await table.RevealAsync(0);
        await calls.Called;
    }

    private sealed class SilentLeaderboards : IOutgoingGrainCallFilter
    {
        private readonly TaskCompletionSource _called = new();

        public Task Called => _called.Task;

        public Task Invoke(IOutgoingGrainCallContext context)
        {
            if (context.InterfaceMethod.DeclaringType != typeof(ILeaderboardGrain))
                return context.Invoke();
            _called.TrySetResult();
            return new TaskCompletionSource().Task;
        }
    }
}
