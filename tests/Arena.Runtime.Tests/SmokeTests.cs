namespace Arena.Runtime.Tests;

public interface IEcho : IGrainWithStringKey
{
    Task<string> Say(string text);
}

public sealed class EchoGrain : Grain, IEcho
{
    public Task<string> Say(string text) => Task.FromResult($"{this.GetPrimaryKeyString()}: {text}");
}

public sealed class SmokeTests
{
    [Fact]
    public async Task A_call_is_answered()
    {
        await using var cluster = await Cluster.StartAsync();
        Assert.Equal("a: hello", await cluster.GrainFactory.GetGrain<IEcho>("a").Say("hello"));
    }
}
