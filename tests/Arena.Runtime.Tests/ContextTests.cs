using System.Diagnostics;

namespace Arena.Runtime.Tests;

public interface IContextual : IGrainWithStringKey
{
    Task<string?> Read();

    Task<string?> ReadThrough(string otherKey);

    Task SetAtOnce(string value);

    Task SetLater(string value);

    Task<string?> TraceOf();
}

public sealed class ContextualGrain : Grain, IContextual
{
    public Task<string?> Read() => Task.FromResult(RequestContext.Get("key") as string);

    public Task<string?> ReadThrough(string otherKey) => GrainFactory.GetGrain<IContextual>(otherKey).Read();

    public Task SetAtOnce(string value)
    {
        RequestContext.Set("key", value);
        return Task.CompletedTask;
    }

    public async Task SetLater(string value)
    {
        await Task.Yield();
        RequestContext.Set("key", value);
        await Task.Yield();
    }

    public async Task<string?> TraceOf()
    {
        await Task.Yield();
        return Activity.Current?.TraceId.ToString();
    }
}

public sealed class ContextTests
{
    [Fact]
    public async Task The_request_context_flows_down_through_calls()
    {
        await using var cluster = await Cluster.StartAsync();
        RequestContext.Set("key", "value");
        Assert.Equal("value", await cluster.Grain<IContextual>("a").Read());
        Assert.Equal("value", await cluster.Grain<IContextual>("a").ReadThrough("b"));
        Assert.True(RequestContext.Remove("key"));
        Assert.False(RequestContext.Remove("key"));
        Assert.Null(await cluster.Grain<IContextual>("a").ReadThrough("b"));
    }

    [Fact]
    public async Task What_a_grain_sets_leaks_neither_up_nor_sideways()
    {
        await using var cluster = await Cluster.StartAsync();
        var grain = cluster.Grain<IContextual>("a");
        Task<string?>[] reads = [.. Enumerable.Range(0, 20).Select(async i =>
        {
            if (i % 2 == 0) await grain.SetAtOnce("mine");
            else await grain.SetLater("mine");
            Assert.Null(RequestContext.Get("key"));
            return await grain.Read();
        })];
        Assert.All(await Task.WhenAll(reads).Soon(), Assert.Null);
        Assert.Null(RequestContext.Get("key"));
    }

    [Fact]
    public async Task Calls_of_different_contexts_do_not_mix()
    {
        await using var cluster = await Cluster.StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(async () =>
        {
            RequestContext.Set("key", $"{i}");
            Assert.Equal($"{i}", await cluster.Grain<IContextual>("a").ReadThrough("b"));
        }))).Soon();
    }

    [Fact]
    public async Task A_call_joins_the_trace_of_its_caller_even_if_nobody_listens_to_the_engine()
    {
        await using var cluster = await Cluster.StartAsync();
        using var activity = new Activity("caller").Start();
        Assert.Equal(activity.TraceId.ToString(), await cluster.Grain<IContextual>("a").TraceOf());
        Assert.Same(activity, Activity.Current);
    }

    [Fact]
    public async Task Turns_are_spans_of_the_callers_trace_when_somebody_listens()
    {
        await using var cluster = await Cluster.StartAsync();
        using var caller = new Activity("caller").Start();
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Arena.Runtime",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span =>
            {
                lock (spans) spans.Add(span);
            },
        };
        ActivitySource.AddActivityListener(listener);
        await cluster.Grain<IContextual>("a").ReadThrough("b");
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => cluster.Grain<IWork>("a").Fail("x"));
        await cluster.WaitForIdleAsync();

        var own = spans.Where(span => span.TraceId == caller.TraceId).ToArray();
        var inner = Assert.Single(own, span => span.DisplayName == "IContextual/Read");
        var outer = Assert.Single(own, span => span.DisplayName == "IContextual/ReadThrough");
        Assert.Equal(outer.SpanId, inner.ParentSpanId);
        Assert.Equal(caller.SpanId, outer.ParentSpanId);
        Assert.Equal(ActivityStatusCode.Error, Assert.Single(own, span => span.DisplayName == "IWork/Fail").Status);
    }
}
