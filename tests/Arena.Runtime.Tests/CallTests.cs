using Microsoft.Extensions.Logging;

namespace Arena.Runtime.Tests;

public sealed class CallTests
{
    private static readonly TimeSpan AfterTimeout = TimeSpan.FromSeconds(31);

    [Fact]
    public async Task Every_shape_of_result_is_answered()
    {
        await using var cluster = await Cluster.StartAsync();
        var grain = cluster.Grain<IWork>("a");
        Assert.Equal("hello", await grain.Echo("hello"));
        Assert.Equal(5, await grain.Add(2, 3));
        await grain.Touch();
        cluster.Probe().Open("x");
        await grain.Run("x").Soon();
        Assert.Contains("touch", cluster.Probe().Log);
    }

    [Fact]
    public async Task An_exception_travels_to_the_caller_with_its_type_and_leaves_the_activation_unharmed()
    {
        await using var cluster = await Cluster.StartAsync();
        var grain = cluster.Grain<IWork>("a");
        var exception = await Assert.ThrowsAsync<InvalidTimeZoneException>(() => grain.Fail("no such zone"));
        Assert.Equal("no such zone", exception.Message);
        Assert.Equal("x", await grain.Echo("x"));
        Assert.Single(cluster.Probe().Log, "activate");
    }

    [Fact]
    public async Task A_timed_out_call_has_an_unknown_outcome_and_its_turn_still_ends()
    {
        await using var cluster = await Cluster.StartAsync();
        var call = cluster.Grain<IWork>("a").Run("slow");
        await cluster.AdvanceAsync(TimeSpan.FromSeconds(30));
        Assert.False(call.IsCompleted);
        await cluster.AdvanceAsync(TimeSpan.FromSeconds(1));
        var exception = await Assert.ThrowsAsync<TimeoutException>(() => call);
        Assert.Contains("unknown", exception.Message, StringComparison.Ordinal);
        cluster.Probe().Open("slow");
        await cluster.Grain<IWork>("a").Echo("x").Soon();
        Assert.Contains("end slow", cluster.Probe().Log);
    }

    [Fact]
    public async Task A_call_that_timed_out_before_its_turn_is_not_run()
    {
        await using var cluster = await Cluster.StartAsync();
        var grain = cluster.Grain<IWork>("a");
        var running = grain.Run("running");
        var waiting = grain.Run("waiting");
        await cluster.AdvanceAsync(AfterTimeout);
        await Assert.ThrowsAsync<TimeoutException>(() => running);
        await Assert.ThrowsAsync<TimeoutException>(() => waiting);
        cluster.Probe().Open("running");
        cluster.Probe().Open("waiting");
        await grain.Echo("x").Soon();
        Assert.DoesNotContain("begin waiting", cluster.Probe().Log);
    }

    [Fact]
    public async Task A_method_may_have_a_response_timeout_of_its_own()
    {
        await using var cluster = await Cluster.StartAsync();
        var call = cluster.Grain<IWork>("a").RunBriefly("slow");
        await cluster.AdvanceAsync(TimeSpan.FromSeconds(2));
        Assert.False(call.IsCompleted);
        await cluster.AdvanceAsync(TimeSpan.FromMilliseconds(500));
        await Assert.ThrowsAsync<TimeoutException>(() => call);
        cluster.Probe().Open("slow");
    }

    [Fact]
    public async Task A_cycle_of_calls_is_resolved_by_the_timeout()
    {
        await using var cluster = await Cluster.StartAsync();
        var call = cluster.Grain<IWork>("a").CallBack(cluster.Grain<IWork>("b"), "first");
        await cluster.WaitForIdleAsync();
        Assert.False(call.IsCompleted);
        await cluster.AdvanceAsync(AfterTimeout);
        await Assert.ThrowsAsync<TimeoutException>(() => call.Soon());
        Assert.Equal("x", await cluster.Grain<IWork>("a").Echo("x").Soon());
        Assert.Equal("x", await cluster.Grain<IWork>("b").Echo("x").Soon());
    }

    [Fact]
    public async Task A_one_way_call_does_not_wait()
    {
        await using var cluster = await Cluster.StartAsync();
        var call = cluster.Grain<IWork>("a").Post("held");
        Assert.True(call.IsCompletedSuccessfully);
        await cluster.WaitForIdleAsync();
        Assert.Contains("begin held", cluster.Probe().Log);
        cluster.Probe().Open("held");
    }

    [Fact]
    public async Task An_exception_of_a_one_way_call_is_logged()
    {
        await using var cluster = await Cluster.StartAsync();
        var grain = cluster.Grain<IWork>("a");
        await grain.Throw("nobody waits");
        await cluster.WaitForIdleAsync();
        var entry = Assert.Single(cluster.Logs().Entries, entry => entry.Level == LogLevel.Error);
        Assert.Equal("nobody waits", Assert.IsType<InvalidTimeZoneException>(entry.Exception).Message);
        Assert.Equal("x", await grain.Echo("x"));
    }

    [Fact]
    public async Task A_cancelled_caller_stops_waiting_and_the_turn_hears_of_it()
    {
        await using var cluster = await Cluster.StartAsync();
        using var cancellation = new CancellationTokenSource();
        var call = cluster.Grain<IWork>("a").RunCancellable("slow", cancellation.Token);
        await cluster.WaitForIdleAsync();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await cluster.WaitForIdleAsync();
        Assert.Equal(["activate", "begin slow", "cancelled slow"], cluster.Probe().Log);
    }

    [Fact]
    public async Task A_call_cancelled_before_its_turn_is_not_run()
    {
        await using var cluster = await Cluster.StartAsync();
        var grain = cluster.Grain<IWork>("a");
        using var cancellation = new CancellationTokenSource();
        var held = grain.Run("held");
        var call = grain.RunCancellable("waiting", cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        cluster.Probe().Open("held");
        await held.Soon();
        await cluster.WaitForIdleAsync();
        Assert.DoesNotContain("begin waiting", cluster.Probe().Log);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => grain.RunCancellable("too late", cancellation.Token));
    }

    [Fact]
    public async Task A_timeout_cancels_the_turn_of_a_cancellable_method()
    {
        await using var cluster = await Cluster.StartAsync();
        var call = cluster.Grain<IWork>("a").RunCancellable("slow", CancellationToken.None);
        await cluster.AdvanceAsync(AfterTimeout);
        await Assert.ThrowsAsync<TimeoutException>(() => call);
        await cluster.WaitForIdleAsync();
        Assert.Contains("cancelled slow", cluster.Probe().Log);
    }

    [Fact]
    public async Task A_full_mailbox_refuses_with_a_typed_exception_and_takes_calls_again_when_it_has_room()
    {
        await using var cluster = await Cluster.StartAsync(builder => builder.WithOptions(options => options.MailboxLimit = 2));
        var grain = cluster.Grain<IWork>("a");
        var held = grain.Run("held");
        await cluster.WaitForIdleAsync();
        Task[] waiting = [grain.Echo("1"), grain.Echo("2")];
        var exception = await Assert.ThrowsAsync<LimitExceededException>(() => grain.Echo("3"));
        Assert.Contains("MailboxLimit is 2", exception.Message, StringComparison.Ordinal);
        cluster.Probe().Open("held");
        await Task.WhenAll([held, .. waiting]).Soon();
        Assert.Equal("4", await grain.Echo("4"));
    }

    [Fact]
    public async Task References_to_one_grain_are_equal_and_name_it()
    {
        await using var cluster = await Cluster.StartAsync();
        Assert.Equal(cluster.Grain<IWork>("a"), cluster.Grain<IWork>("a"));
        Assert.NotEqual(cluster.Grain<IWork>("a"), cluster.Grain<IWork>("b"));
        Assert.Equal("work/a", cluster.Grain<IWork>("a").ToString());
        Assert.Equal("a", cluster.Grain<IWork>("a").GetPrimaryKeyString());
    }
}
