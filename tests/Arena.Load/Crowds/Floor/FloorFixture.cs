using System.Diagnostics;
using Arena.TestKit.Clients;
using Arena.TestKit.Processes;

namespace Arena.Load.Crowds.Floor;

/// <summary>The floor, in a process of its own, with the settings of Arena's runtime.</summary>
internal sealed class FloorFixture : IFixture
{
    private readonly Process _process;

    private FloorFixture(Process process, Uri address) => (_process, Address) = (process, address);

    public string Name => "floor";

    public Uri Address { get; }

    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public static async Task<FloorFixture> StartAsync()
    {
        var address = new Uri($"http://127.0.0.1:{FreePorts.Next()}");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])[typeof(FloorFixture).Assembly.Location, "floor", address.ToString()])
            start.ArgumentList.Add(argument);
        start.Environment["DOTNET_gcServer"] = "1";
        var process = Process.Start(start)!;
        return await process.StandardOutput.ReadLineAsync() == FloorServer.Ready
            ? new(process, address)
            : throw new InvalidOperationException("The floor did not start.");
    }

    public async Task<IStage> OpenAsync(int questions, int players)
    {
        var host = await HubClient.ConnectAsync(Address);
        return new Stage(host, await ServerClockReading.TakeAsync(host));
    }

    public async ValueTask DisposeAsync()
    {
        await _process.StandardInput.WriteLineAsync();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private sealed class Stage(HubClient host, Func<long, double> clock) : IStage
    {
        public string Code => "FLOOR1";

        public Func<long, double> Clock { get; } = clock;

        public async Task AskAsync(Crowd crowd, int round) => _ = (await host.CallAsync("Ask", round)).Accepted;

        public Task FinishAsync(Crowd crowd, int round) => Task.CompletedTask;

        public ValueTask DisposeAsync() => host.DisposeAsync();
    }
}
