using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Arena.Storage.Load;

/// <summary>A PostgreSQL server of this run's own, with its default settings: every commit is synced.</summary>
internal sealed class OwnPostgres : IAsyncDisposable
{
    private readonly Process _server;
    private readonly Task _log;

    private OwnPostgres(Process server, Task log, string connectionString)
    {
        _server = server;
        _log = log;
        ConnectionString = connectionString;
    }

    public string ConnectionString { get; }

    public static async Task<OwnPostgres> StartAsync(DirectoryInfo folder)
    {
        if (Environment.IsPrivilegedProcess)
            await RunAsync(Process.Start("chown", ["postgres", folder.FullName]));
        var data = Path.Combine(folder.FullName, "data");
        await RunAsync(Start("initdb", "-D", data, "-U", "postgres", "-A", "trust", "--locale=C.UTF-8"));
        var port = FreePort().ToString(CultureInfo.InvariantCulture);
        var server = Start("postgres", "-D", data, "-p", port, "-k", folder.FullName, "-c", "listen_addresses=127.0.0.1");
        // The server tells when it is ready on its error output.
        while (await server.StandardError.ReadLineAsync() is { } line)
        {
            if (line.Contains("ready to accept connections", StringComparison.Ordinal))
                return new(server, server.StandardError.ReadToEndAsync(), $"Host=127.0.0.1;Port={port};Database=postgres;Username=postgres");
        }
        throw new InvalidOperationException("PostgreSQL ended before it was ready.");
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsync(Process.Start("kill", ["-INT", _server.Id.ToString(CultureInfo.InvariantCulture)]));
        await _server.WaitForExitAsync();
        await _log;
        _server.Dispose();
    }

    private static async Task RunAsync(Process process)
    {
        using (process)
            await process.WaitForExitAsync();
    }

    // The server refuses to run as root.
    private static Process Start(string program, params string[] arguments)
    {
        var binaries = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Order().Select(version => Path.Combine(version, "bin")).Last()
            : throw new InvalidOperationException("PostgreSQL's server programs are missing: apt-get install postgresql, or give --postgres.");
        var path = Path.Combine(binaries, program);
        var start = Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", path, .. arguments])
            : new ProcessStartInfo(path, arguments);
        start.RedirectStandardError = true;
        start.RedirectStandardOutput = true;
        return Process.Start(start)!;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
