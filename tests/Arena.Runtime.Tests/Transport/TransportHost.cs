using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Arena.Runtime.Tests;

/// <summary>One end of links over the loopback, with virtual time.</summary>
internal sealed class TransportHost : IAsyncDisposable
{
    public const string Key = "the key of the cluster of these tests, long enough";

    private readonly ServiceProvider _services;
    private readonly MeterListener _meters = new();
    private readonly Channel<string> _refusals = Channel.CreateUnbounded<string>();

    private TransportHost(Action<TransportOptions>? configure, ProtocolVersions? versions)
    {
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<ILoggerProvider>(Logs)
            .AddTcpTransport()
            .Configure<TransportOptions>(options =>
            {
                options.Key = Key;
                options.ListenPort = 0;
                configure?.Invoke(options);
            })
            .BuildServiceProvider(validateScopes: true);
        var meters = _services.GetRequiredService<IMeterFactory>();
        _meters.InstrumentPublished = (instrument, self) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, meters) && instrument.Name == "arena.runtime.connections.refused")
                self.EnableMeasurementEvents(instrument);
        };
        _meters.SetMeasurementEventCallback<long>((_, _, tags, _) => _refusals.Writer.TryWrite((string)tags[0].Value!));
        _meters.Start();
        Transport = new TcpTransport(_services.GetRequiredService<TransportServices>()) { Versions = versions ?? ProtocolVersions.Spoken };
    }

    public ManualTimeProvider Time { get; } = new();

    public LogCapture Logs { get; } = new();

    public LinkRecorder Receiver { get; } = new();

    public TcpTransport Transport { get; }

    public int Port { get; private set; }

    public SiloAddress Address => new("127.0.0.1", Port, 7);

    public static async Task<TransportHost> SiloAsync(Action<TransportOptions>? configure = null, ProtocolVersions? versions = null)
    {
        var host = await UnidentifiedAsync(configure, versions);
        host.Transport.Identify(PeerIdentity.Of(host.Address));
        return host;
    }

    public static async Task<TransportHost> UnidentifiedAsync(Action<TransportOptions>? configure = null, ProtocolVersions? versions = null)
    {
        var host = new TransportHost(configure, versions);
        (_, host.Port) = await host.Transport.ListenAsync(host.Receiver, CancellationToken.None);
        return host;
    }

    public static TransportHost Client(Action<TransportOptions>? configure = null, ProtocolVersions? versions = null)
    {
        var host = new TransportHost(configure, versions);
        host.Transport.Identify(PeerIdentity.NewClient());
        return host;
    }

    public Task<Link> ConnectAsync(TransportHost other) => ConnectAsync(other.Address);

    public Task<Link> ConnectAsync(SiloAddress silo) => Transport.ConnectAsync(silo, Receiver, CancellationToken.None).Soon();

    /// <summary>Waits until connections have been refused.</summary>
    /// <returns>Why.</returns>
    public async Task<IReadOnlyList<string>> RefusalsAsync(int count)
    {
        var reasons = new List<string>();
        while (reasons.Count < count) reasons.Add(await _refusals.Reader.ReadAsync().AsTask().Soon());
        return reasons;
    }

    public async Task<string> RefusalAsync() => (await RefusalsAsync(1))[0];

    /// <summary>A bare connection to this host.</summary>
    public async Task<NetworkStream> DialBareAsync()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, Port);
        return new NetworkStream(socket, ownsSocket: true);
    }

    public Task StopAsync() => Transport.StopAsync().Soon();

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Transport.Dispose();
        _meters.Dispose();
        await _services.DisposeAsync();
    }
}
