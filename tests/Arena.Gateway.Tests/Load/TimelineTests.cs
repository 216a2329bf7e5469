using System.Diagnostics;
using Arena.Load.Crowds;

namespace Arena.Gateway.Tests.Load;

public sealed class TimelineTests
{
    [Fact]
    public async Task Each_is_done_in_the_order_of_its_moment_and_never_before_it()
    {
        var now = Stopwatch.GetTimestamp();
        long[] due = [.. new[] { 30, 10, 20, 10 }.Select(milliseconds => Timeline.After(now, milliseconds))];
        List<(int Index, long At)> done = [];

        var late = await Timeline.PlayAsync(due, index => done.Add((index, Stopwatch.GetTimestamp())));

        Assert.Equal(4, late.Count);
        Assert.Equal([10.0, 10, 20, 30], done.Select(each => Math.Round(Timeline.Milliseconds(now, due[each.Index]))));
        Assert.All(done, each => Assert.True(each.At >= due[each.Index]));
    }

    [Fact]
    public async Task Its_own_lateness_is_reported()
    {
        var longAgo = Timeline.After(Stopwatch.GetTimestamp(), -1_000);
        var late = await Timeline.PlayAsync([longAgo], _ => { });
        Assert.True(late.Max >= 1_000);
    }
}
