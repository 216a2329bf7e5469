namespace Arena.Runtime.Tests;

/// <summary>Does what the first argument of a call says.</summary>
public sealed class ScriptedFilter(Probe probe) : IIncomingGrainCallFilter
{
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        var script = context.Request.GetArgumentCount() > 0 ? context.Request.GetArgument(0) as string : null;
        probe.Note($"{context.TargetId} {context.InterfaceMethod.DeclaringType!.Name}.{context.MethodName}({script})");
        switch (script)
        {
            case "answer instead":
                context.Result = "answered";
                return;
            case "answer nothing":
                return;
            case "change":
                context.Request.SetArgument(0, "changed");
                await context.Invoke();
                context.Result += "!";
                return;
            case "twice":
                await context.Invoke();
                await context.Invoke();
                return;
            default:
                try
                {
                    await context.Invoke();
                }
                catch (InvalidTimeZoneException exception)
                {
                    throw new InvalidOperationException($"mapped {context.Grain.GetType().Name}", exception);
                }

                return;
        }
    }
}

public interface ISelfFiltering : IGrainWithStringKey
{
    Task<int> Answer(int number);
}

public sealed class SelfFilteringGrain : Grain, ISelfFiltering, IIncomingGrainCallFilter
{
    public Task<int> Answer(int number) => Task.FromResult(number);

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        await context.Invoke();
        context.Result = (int)context.Result! * 10;
    }
}

public sealed class FilterTests
{
    [Fact]
    public async Task A_filter_sees_the_grain_the_method_and_the_arguments()
    {
        await using var cluster = await StartAsync();
        Assert.Equal("hello", await cluster.Grain<IWork>("a").Echo("hello"));
        Assert.Equal("work/a IWork.Echo(hello)", cluster.Probe().Log[^1]);
    }

    [Fact]
    public async Task A_filter_may_answer_in_place_of_the_grain()
    {
        await using var cluster = await StartAsync();
        Assert.Equal("answered", await cluster.Grain<IWork>("a").Echo("answer instead"));
        Assert.Null(await cluster.Grain<IWork>("a").Echo("answer nothing"));
    }

    [Fact]
    public async Task A_filter_may_change_arguments_and_result()
    {
        await using var cluster = await StartAsync();
        Assert.Equal("changed!", await cluster.Grain<IWork>("a").Echo("change"));
    }

    [Fact]
    public async Task A_filter_may_make_the_call_again()
    {
        await using var cluster = await StartAsync();
        cluster.Probe().Open("twice");
        await cluster.Grain<IWork>("a").Run("twice").Soon();
        Assert.Equal(2, cluster.Probe().Log.Count(line => line == "end twice"));
    }

    [Fact]
    public async Task A_filter_may_map_exceptions()
    {
        await using var cluster = await StartAsync();
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => cluster.Grain<IWork>("a").Fail("x"));
        Assert.Equal("mapped WorkGrain", exception.Message);
    }

    [Fact]
    public async Task A_grain_may_filter_its_own_calls()
    {
        await using var cluster = await StartAsync();
        Assert.Equal(420, await cluster.Grain<ISelfFiltering>("a").Answer(42));
    }

    private static Task<TestCluster> StartAsync() =>
        Cluster.StartAsync(builder => builder.ConfigureSilo(silo => silo.AddIncomingGrainCallFilter<ScriptedFilter>()));
}
