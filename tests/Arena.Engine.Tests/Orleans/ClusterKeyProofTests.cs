using System.IO.Pipelines;
using Arena.Silo;
using Microsoft.AspNetCore.Connections;

namespace Arena.Engine.Tests;

public sealed class ClusterKeyProofTests
{
    private const string Key = "a key of thirty-two characters or more";

    [Fact]
    public async Task Two_ends_with_the_same_key_go_on() =>
        Assert.Equal((true, true), await MeetAsync(new ClusterKeyProof(Key).Dial, new ClusterKeyProof(Key).Listen));

    [Fact]
    public async Task Neither_end_goes_on_with_one_that_has_another_key() =>
        Assert.Equal((false, false), await MeetAsync(new ClusterKeyProof(Key).Dial, new ClusterKeyProof(Key + "!").Listen));

    [Fact]
    public async Task A_mirror_proves_nothing() =>
        Assert.Equal((false, false), await MeetAsync(DialAsMirror, new ClusterKeyProof(Key).Listen));

    [Fact]
    public async Task Who_dials_shows_a_listener_without_the_key_no_proof_that_it_could_use() =>
        Assert.Equal((false, false), await MeetAsync(new ClusterKeyProof(Key).Dial, Mirror));

    /// <summary>An end that has no key and sends back whatever it hears.</summary>
    private static void Mirror(IConnectionBuilder connections) =>
        connections.Use(_ => async context => await context.Transport.Input.CopyToAsync(context.Transport.Output));

    private static void DialAsMirror(IConnectionBuilder connections)
    {
        connections.Use(next => async context =>
        {
            await context.Transport.Output.WriteAsync(new byte[32]);
            await next(context);
        });
        Mirror(connections);
    }

    /// <returns>Whether each end went on to what comes after the proof.</returns>
    private static async Task<(bool Dialled, bool Listened)> MeetAsync(Action<IConnectionBuilder> dial, Action<IConnectionBuilder> listen)
    {
        var (there, back) = (new Pipe(), new Pipe());
        var ends = await Task.WhenAll(
            RunAsync(dial, new End(back.Reader, there.Writer)), RunAsync(listen, new End(there.Reader, back.Writer)));
        return (ends[0], ends[1]);
    }

    private static async Task<bool> RunAsync(Action<IConnectionBuilder> configure, End end)
    {
        var wentOn = false;
        var builder = new ConnectionBuilder(new NoServices());
        configure(builder);
        builder.Run(_ =>
        {
            wentOn = true;
            return Task.CompletedTask;
        });
        // Not disposed: an abort is still on its way when the proof has ended.
        await builder.Build()(new DefaultConnectionContext("a connection", end, end));
        await end.Output.CompleteAsync();
        return wentOn;
    }

    private sealed record End(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
