using System.Collections.Concurrent;
using Arena.Cluster.Tests.Support;
using Arena.TestKit.Grains;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Cluster.Tests;

/// <summary>What Orleans must do for the grains to be right.</summary>
public sealed class SemanticsTests : IAsyncLifetime
{
    private readonly Probe _probe = new();
    private OrleansTestCluster _cluster = null!;

    private IWork Grain => _cluster.Grains.GetGrain<IWork>("a");

    public async ValueTask InitializeAsync() => _cluster = await OrleansTestCluster.StartAsync(services => services.AddSingleton(_probe));

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task A_second_call_waits_while_the_first_awaits_unless_it_interleaves()
    {
        var first = Grain.Run("1");
        await _probe.Gate("begin 1");
        var second = Grain.Run("2");
        _probe.Open("2");
        await Grain.Peek();
        Assert.Equal(["activate", "begin 1"], _probe.Log);
        _probe.Open("1");
        await Task.WhenAll(first, second);
        Assert.Equal(["activate", "begin 1", "end 1", "begin 2", "end 2"], _probe.Log);
    }

    [Fact]
    public async Task A_one_way_call_does_not_wait()
    {
        await Grain.Post("held");
        await _probe.Gate("begin held");
        Assert.DoesNotContain("end held", _probe.Log);
        _probe.Open("held");
        await _probe.Gate("end held");
    }

    [Fact]
    public async Task An_exception_travels_with_its_words_and_leaves_the_activation_unharmed()
    {
        var failed = await Assert.ThrowsAnyAsync<Exception>(() => Grain.Fail("no such zone"));
        Assert.Contains("no such zone", failed.Message, StringComparison.Ordinal);
        await Grain.Peek();
        Assert.Single(_probe.Log, "activate");
    }

    [Fact]
    public async Task A_call_that_times_out_still_takes_effect()
    {
        await Assert.ThrowsAsync<TimeoutException>(() => Grain.RunBriefly("slow"));
        _probe.Open("slow");
        await _probe.Gate("end slow");
    }

    [Fact]
    public async Task Timers_never_run_beside_a_turn()
    {
        await Grain.Tick(20);
        for (var turn = 0; turn < 50; turn++)
        {
            _probe.Open($"{turn}");
            await Grain.Run($"{turn}");
        }
        await _probe.Gate("ticked");
        Assert.DoesNotContain("two at once", _probe.Log);
    }

    [Fact]
    public async Task A_grain_is_deactivated_before_it_is_activated_again()
    {
        await Grain.Leave();
        _probe.Open("1");
        await Grain.Run("1");
        Assert.Equal(["activate", "deactivate", "activate", "begin 1", "end 1"], _probe.Log);
    }

    [Fact]
    public async Task The_request_context_of_the_caller_reaches_the_grain()
    {
        RequestContext.Set("who", "a test");
        Assert.Equal("a test", await Grain.Context("who"));
        RequestContext.Clear();
    }

    [Fact]
    public async Task An_observer_receives_every_push_in_any_order()
    {
        var ear = new Ear(_probe, expected: 100);
        var reference = _cluster.Grains.CreateObjectReference<IListener>(ear);
        await Grain.Tell(reference, 100);
        await _probe.Gate("heard all");
        Assert.Equal(Enumerable.Range(0, 100), ear.Numbers.Order());
        _cluster.Grains.DeleteObjectReference<IListener>(reference);
    }

    private sealed class Ear(Probe probe, int expected) : IListener
    {
        private int _heard;

        public ConcurrentQueue<int> Numbers { get; } = new();

        public Task Heard(int number)
        {
            Numbers.Enqueue(number);
            if (Interlocked.Increment(ref _heard) == expected)
                probe.Note("heard all");
            return Task.CompletedTask;
        }
    }
}
