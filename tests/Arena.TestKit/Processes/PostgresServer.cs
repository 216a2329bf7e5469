using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Arena.TestKit.Processes;

/// <summary>
/// A PostgreSQL server of this run's own in a temporary folder, started on first use. It listens on the loopback and trusts
/// all connections there.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("arena-postgres-");
    private Task<Process>? _server;
    private readonly int _port = FreePorts.Next();
    private int _databases;
    private Task<string> _log = Task.FromResult("");

    /// <summary>Whether it syncs, as where it is the server that fails. Otherwise it does not, and is faster.</summary>
    public bool Durable { get; init; }

    private string Data => Path.Combine(_folder.FullName, "data");

    /// <summary>A new, empty database.</summary>
    /// <returns>Its name.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        await RunningAsync();
        var name = string.Create(CultureInfo.InvariantCulture, $"arena{Interlocked.Increment(ref _databases)}");
        await ExecuteAsync("postgres", $"CREATE DATABASE {name}");
        return name;
    }

    public Task DropDatabaseAsync(string name) => ExecuteAsync("postgres", $"DROP DATABASE {name} WITH (FORCE)");

    public string ConnectionString(string database) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Database={database};Username=postgres;Maximum Pool Size=20");

    public async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(database) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Closes all connections and stops.</summary>
    public Task StopAsync() => StopAsync("-INT");

    /// <summary>As <c>pg_ctl stop -m immediate</c>: closes no connection gracefully and leaves recovery to the next start.</summary>
    public Task CrashAsync() => StopAsync("-QUIT");

    public Task RestartAsync() => _server = RunAsync();

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await StopAsync();
        _folder.Delete(recursive: true);
    }

    private async Task StopAsync(string signal)
    {
        using (var server = await RunningAsync())
        {
            using var interrupt = Process.Start("kill", [signal, server.Id.ToString(CultureInfo.InvariantCulture)]);
            await interrupt.WaitForExitAsync();
            await server.WaitForExitAsync();
        }
        await _log;
        _server = null;
    }

    private Task<Process> RunningAsync()
    {
        lock (_folder)
            return _server ??= InitAndRunAsync();
    }

    private async Task<Process> InitAndRunAsync()
    {
        if (Environment.IsPrivilegedProcess)
        {
            using var chown = Process.Start("chown", ["postgres", _folder.FullName]);
            await chown.WaitForExitAsync();
        }
        using (var init = Start("initdb", "-D", Data, "-U", "postgres", "-A", "trust", "--locale=C.UTF-8", "--no-sync"))
            await init.WaitForExitAsync();
        return await RunAsync();
    }

    private async Task<Process> RunAsync()
    {
        var server = Start("postgres", "-D", Data, "-p", _port.ToString(CultureInfo.InvariantCulture), "-k", _folder.FullName,
            "-c", "listen_addresses=127.0.0.1", "-c", Durable ? "fsync=on" : "fsync=off", "-c", "max_connections=200");
        // The server reports on its error output that it is ready.
        while (await server.StandardError.ReadLineAsync() is { } line)
        {
            if (line.Contains("ready to accept connections", StringComparison.Ordinal))
            {
                _log = server.StandardError.ReadToEndAsync();
                return server;
            }
        }
        throw new InvalidOperationException("PostgreSQL ended before it was ready.");
    }

    // The server refuses to run as root.
    private static Process Start(string program, params string[] arguments)
    {
        var path = Path.Combine(Binaries(), program);
        var start = Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", path, .. arguments])
            : new ProcessStartInfo(path, arguments);
        start.RedirectStandardError = true;
        start.RedirectStandardOutput = true;
        return Process.Start(start)!;
    }

    private static string Binaries() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Order().Select(version => Path.Combine(version, "bin")).Last()
        : throw new InvalidOperationException("This needs PostgreSQL's server programs: apt-get install postgresql");
}
