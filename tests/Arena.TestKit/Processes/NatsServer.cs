using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Arena.TestKit.Processes;

/// <summary>A NATS server with JetStream, in a temporary folder.</summary>
public sealed class NatsServer : IAsyncDisposable
{
    /// <summary>What it is on Debian, for a test that is skipped.</summary>
    public const string Missing = "NATS is not installed: apt-get install nats-server";

    private const string Program = "/usr/sbin/nats-server";
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("arena-nats-").FullName;
    private readonly int _port = FreePorts.Next();
    private Process? _process;

    public static bool IsInstalled { get; } = File.Exists(Program);

    public string Url => string.Create(CultureInfo.InvariantCulture, $"nats://127.0.0.1:{_port}");

    /// <summary>Starts it, or starts it again with what it has kept.</summary>
    public async Task StartAsync()
    {
        var port = _port.ToString(CultureInfo.InvariantCulture);
        _process = Process.Start(new ProcessStartInfo(Program, ["-a", "127.0.0.1", "-p", port, "-js", "-sd", _folder])
        {
            RedirectStandardError = true,
        })!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        using var patience = new CancellationTokenSource(StartPatience);
        while (!await ListensAsync(patience.Token))
            await Task.Delay(20, patience.Token);
    }

    /// <summary>As <c>kill -9</c>.</summary>
    public async Task KillAsync()
    {
        if (_process is null)
            return;
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<bool> ListensAsync(CancellationToken cancel)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, _port, cancel);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
