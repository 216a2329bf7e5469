using System.Diagnostics;
using System.Globalization;

namespace Arena.TestKit.Processes;

/// <summary>Arena as its users run it: a process of its own, in a folder of its own, on a free loopback port.</summary>
public sealed class ArenaProcess : IAsyncDisposable
{
    private static readonly string GatewayProgram = Repository.Program("gateway/Arena.Gateway", "Arena.Gateway.dll");
    private static readonly string SiloProgram = Repository.Program("silo/Arena.Silo", "Arena.Silo.dll");
    private static readonly string WebRoot = Repository.At("gateway", "Arena.Gateway", "wwwroot");
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _log = [];
    private bool _isDisposed;

    private ArenaProcess(string folder, int port, IReadOnlyDictionary<string, string> settings, bool isSilo)
    {
        Folder = folder;
        Address = new Uri($"http://127.0.0.1:{port}");
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(isSilo ? SiloProgram : GatewayProgram);
        foreach (var argument in isSilo ? [] : (string[])["--urls", Address.ToString(), "--webroot", WebRoot])
            start.ArgumentList.Add(argument);
        start.ArgumentList.Add("--contentRoot");
        start.ArgumentList.Add(folder);
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException("Arena ended before it was ready:\n" + Log));
    }

    public Uri Address { get; }

    public string Folder { get; }

    public string Log
    {
        get
        {
            lock (_log)
                return string.Join('\n', _log);
        }
    }

    public int LogLines
    {
        get
        {
            lock (_log)
                return _log.Count;
        }
    }

    /// <summary>Starts Arena and returns once it says that it is ready.</summary>
    /// <param name="folder">Where it keeps what it must not forget.</param>
    /// <param name="settings">Configuration keys and values.</param>
    /// <param name="port">The port of a process before it, to take its place; null for a free one.</param>
    public static Task<ArenaProcess> StartAsync(string folder, IReadOnlyDictionary<string, string>? settings = null, int? port = null) =>
        StartAsync(new ArenaProcess(folder, port ?? FreePorts.Next(), settings ?? new Dictionary<string, string>(), isSilo: false));

    /// <summary>Starts Arena and returns once it takes requests, ready or not.</summary>
    /// <param name="folder">Where it keeps what it must not forget.</param>
    /// <param name="settings">Configuration keys and values.</param>
    public static async Task<ArenaProcess> StartListeningAsync(string folder, IReadOnlyDictionary<string, string> settings)
    {
        var arena = new ArenaProcess(folder, FreePorts.Next(), settings, isSilo: false);
        arena.Begin();
        await (await Task.WhenAny(arena._listening.Task, arena._ready.Task).WaitAsync(StartPatience));
        return arena;
    }

    /// <summary>Starts a silo of a cluster and returns once it says that it is ready.</summary>
    /// <param name="folder">Where it works.</param>
    /// <param name="settings">Configuration keys and values, its port among them.</param>
    public static Task<ArenaProcess> StartSiloAsync(string folder, IReadOnlyDictionary<string, string> settings) =>
        StartAsync(new ArenaProcess(folder, port: 0, settings, isSilo: true));

    private static async Task<ArenaProcess> StartAsync(ArenaProcess arena)
    {
        arena.Begin();
        await arena._ready.Task.WaitAsync(StartPatience);
        return arena;
    }

    /// <summary>Starts Arena where it must refuse to.</summary>
    /// <returns>How it ended, and what it said.</returns>
    public static Task<(int Exit, string Log)> RefuseAsync(string folder, IReadOnlyDictionary<string, string> settings, int? port = null) =>
        RefuseAsync(new ArenaProcess(folder, port ?? FreePorts.Next(), settings, isSilo: false));

    /// <summary>Starts a silo where it must refuse to.</summary>
    /// <returns>How it ended, and what it said.</returns>
    public static Task<(int Exit, string Log)> RefuseSiloAsync(string folder, IReadOnlyDictionary<string, string> settings) =>
        RefuseAsync(new ArenaProcess(folder, port: 0, settings, isSilo: true));

    private static async Task<(int Exit, string Log)> RefuseAsync(ArenaProcess process)
    {
        await using var arena = process;
        arena.Begin();
        await Task.WhenAny(arena._process.WaitForExitAsync(), arena._ready.Task).WaitAsync(StartPatience);
        if (arena._ready.Task.IsCompletedSuccessfully)
            throw new InvalidOperationException("Arena started:\n" + arena.Log);
        await arena._process.WaitForExitAsync();
        return (arena._process.ExitCode, arena.Log);
    }

    public HttpClient Http() => new() { BaseAddress = Address };

    /// <summary>What it has in memory, in bytes.</summary>
    public int Id => _process.Id;

    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>The processor time that it has used.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Completes with the exit code once it has ended.</summary>
    public async Task<int> EndedAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <summary>Sends a signal: STOP and CONT pause and resume it, TERM asks it to stop gracefully.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>As <c>kill -9</c>, this instant: nothing is flushed, nothing is said.</summary>
    public void Kill() => _process.Kill();

    /// <summary>As <see cref="Kill"/>; returns once it is gone.</summary>
    public async Task KillAsync()
    {
        Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private void Begin()
    {
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Note(string? line)
    {
        if (line is null)
            return;
        lock (_log)
            _log.Add(line);
        if (line.StartsWith("Arena is ready", StringComparison.Ordinal) || line.StartsWith("Arena silo is ready", StringComparison.Ordinal))
            _ready.TrySetResult();
        if (line.Contains("Now listening on", StringComparison.Ordinal))
            _listening.TrySetResult();
    }
}
