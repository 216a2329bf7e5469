using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Arena.TestKit.Processes;

/// <summary>
/// OpenStack Swift with its S3 interface, in a temporary folder: an account server, a container server, an
/// object server, and the proxy before them with its cache.
/// </summary>
public sealed class SwiftServer : IAsyncDisposable
{
    public const string AccessKey = "arena:media";
    public const string SecretKey = "tests-only";
    public const string Region = "us-east-1";

    /// <summary>What it is on Debian, for a test that is skipped.</summary>
    public const string Missing = "OpenStack Swift is not installed: apt-get install swift-proxy swift-account swift-container swift-object memcached";

    private static readonly string[] Stores = ["account", "container", "object"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("arena-swift-");
    private readonly List<Process> _processes = [];
    private readonly int _port = FreePorts.Next();
    private readonly Dictionary<string, int> _storePorts = Stores.ToDictionary(store => store, _ => FreePorts.Next());

    private SwiftServer()
    {
    }

    public static bool IsInstalled { get; } = File.Exists("/usr/bin/memcached") && Stores.Append("proxy").All(part => File.Exists($"/usr/bin/swift-{part}-server"));

    public Uri Endpoint => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}"));

    public static async Task<SwiftServer> StartAsync()
    {
        var server = new SwiftServer();
        try
        {
            var cache = FreePorts.Next();
            await server.ConfigureAsync(cache);
            server._processes.Add(server.Begin("memcached", "-u", Environment.UserName, "-l", "127.0.0.1", "-p", cache.ToString(CultureInfo.InvariantCulture)));
            foreach (var part in Stores.Append("proxy"))
                server._processes.Add(server.Begin($"swift-{part}-server", server.PathOf($"{part}.conf")));
            await server.ReadyAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }
        _folder.Delete(recursive: true);
    }

    private async Task ConfigureAsync(int cache)
    {
        _folder.CreateSubdirectory("devices/d1");
        await WriteAsync("swift.conf", "[swift-hash]\nswift_hash_path_prefix = arena\nswift_hash_path_suffix = arena\n");
        foreach (var (store, port) in _storePorts)
        {
            await WriteAsync($"{store}.conf", $"""
                {Common(port)}
                devices = {PathOf("devices")}
                mount_check = false
                disable_fallocate = true
                [pipeline:main]
                pipeline = {store}-server
                [app:{store}-server]
                use = egg:swift#{store}
                conn_timeout = 30
                node_timeout = 60
                """);
            // A ring with one device: one copy of everything.
            await RingAsync($"{store}.builder", "create", "4", "1", "0");
            await RingAsync($"{store}.builder", "add", string.Create(CultureInfo.InvariantCulture, $"r1z1-127.0.0.1:{port}/d1"), "1");
            await RingAsync($"{store}.builder", "rebalance");
        }
        await WriteAsync("proxy.conf", string.Create(CultureInfo.InvariantCulture, $"""
            {Common(_port)}
            [pipeline:main]
            pipeline = catch_errors gatekeeper cache s3api tempauth slo proxy-server
            [app:proxy-server]
            use = egg:swift#proxy
            account_autocreate = true
            # On a busy machine a server may answer late; one that did so often would be left out for a minute.
            conn_timeout = 30
            node_timeout = 60
            error_suppression_limit = 1000
            [filter:catch_errors]
            use = egg:swift#catch_errors
            [filter:gatekeeper]
            use = egg:swift#gatekeeper
            [filter:cache]
            use = egg:swift#memcache
            memcache_servers = 127.0.0.1:{cache}
            [filter:slo]
            use = egg:swift#slo
            [filter:s3api]
            use = egg:swift#s3api
            location = {Region}
            [filter:tempauth]
            use = egg:swift#tempauth
            user_arena_media = {SecretKey} .admin
            """));
    }

    private string Common(int port) => string.Create(CultureInfo.InvariantCulture, $"""
        [DEFAULT]
        bind_ip = 127.0.0.1
        bind_port = {port}
        workers = 0
        user = {Environment.UserName}
        swift_dir = {_folder.FullName}
        """);

    private async Task RingAsync(params string[] arguments)
    {
        using var builder = Begin("swift-ring-builder", arguments);
        await builder.WaitForExitAsync();
    }

    /// <summary>Its output is nothing that a test looks at, and is read so that it does not wait for that.</summary>
    private Process Begin(string program, params string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return process;
    }

    /// <summary>The proxy may answer before the stores behind it, and refuses what it cannot store yet.</summary>
    private async Task ReadyAsync()
    {
        using var http = new HttpClient();
        foreach (var port in _storePorts.Values.Append(_port))
            await AnswersAsync(http, new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/info")));
    }

    /// <summary>Waits for an answer of any kind: a store knows no such path.</summary>
    private async Task AnswersAsync(HttpClient http, Uri address)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var answer = await http.GetAsync(address);
                if (answer.StatusCode != HttpStatusCode.ServiceUnavailable)
                    return;
            }
            catch (HttpRequestException trouble) when (trouble.InnerException is SocketException && tries < 300 && _processes.TrueForAll(process => !process.HasExited))
            {
                await Task.Delay(100);
            }
        }
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private Task WriteAsync(string name, string text) => File.WriteAllTextAsync(PathOf(name), text);
}
