using System.Runtime.CompilerServices;
using Arena.Gateway.Tests.Play;
using Arena.Gateway.Tests.Quizzes;

namespace Arena.Gateway.Tests.Startup;

/// <summary>A stopped gateway leaves nothing in the memory of its process, not even a timer.</summary>
public sealed class HostDisposalTests
{
    private const int Hosts = 3;

    /// <summary>Sockets and grains end in threads of their own: a collection may come before that.</summary>
    private const int Collections = 200;

    [Fact]
    public Task A_disposed_gateway_is_collected() => CollectedAsync(async () =>
    {
        await using var arena = new PlayHost();
        await using var table = await arena.OpenTableAsync();
        await table.SeatAsync("Ada");
        return new(arena.Services);
    });

    [Fact]
    public Task A_disposed_authoring_host_is_collected() => CollectedAsync(async () =>
    {
        await using var host = await AuthoringHost.StartAsync();
        using var author = await host.AuthorAsync();
        return new(host.Services);
    });

    /// <summary>The runtime has threads that keep the context of the host that came first; the others are gone.</summary>
    private static async Task CollectedAsync(Func<Task<WeakReference>> runAsync)
    {
        List<WeakReference> hosts = [];
        for (var i = 0; i < Hosts; i++)
            hosts.Add(await runAsync());
        for (var attempt = 0; attempt < Collections && Alive(hosts) > 1; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Yield();
        }
        Assert.InRange(Alive(hosts), 0, 1);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Alive(List<WeakReference> hosts) => hosts.Count(host => host.IsAlive);
}
