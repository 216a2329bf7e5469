using System.Diagnostics;

namespace Arena.TestKit.Processes;

/// <summary>HAProxy before gateways, as a process of its own.</summary>
public sealed class HaProxy : IAsyncDisposable
{
    private readonly Process _process;

    private HaProxy(Process process) => _process = process;

    /// <summary>Starts it and returns once a gateway behind it is ready.</summary>
    /// <param name="configuration">The path of its configuration.</param>
    /// <param name="through">Asks by way of it: has its address, and takes its certificate if it has one.</param>
    public static async Task<HaProxy> StartAsync(string configuration, HttpClient through)
    {
        var start = new ProcessStartInfo("haproxy", ["-f", configuration]) { RedirectStandardError = true, RedirectStandardOutput = true };
        var proxy = new HaProxy(Process.Start(start)!);
        try
        {
            proxy._process.BeginErrorReadLine();
            proxy._process.BeginOutputReadLine();
            await proxy.ReadyAsync(through);
            return proxy;
        }
        catch
        {
            await proxy.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }

    private async Task ReadyAsync(HttpClient through)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                (await through.GetAsync(new Uri("/healthz/ready", UriKind.Relative))).EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException) when (tries < 100 && !_process.HasExited)
            {
                await Task.Delay(100);
            }
        }
    }
}
