using System.Diagnostics;
using System.Globalization;

namespace Arena.Bench;

/// <summary>A <see cref="ServedSilo"/> in a process of its own.</summary>
internal sealed class ServedProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServedProcess(Process process) => _process = process;

    /// <summary>Processor time so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static async Task<ServedProcess> StartAsync(string membership)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(typeof(ServedProcess).Assembly.Location);
        foreach (var argument in (string[])["silo", membership]) start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync();
        return line == ServedSilo.Ready
            ? new ServedProcess(process)
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The silo did not start: {line}"));
    }

    public async ValueTask DisposeAsync()
    {
        await _process.StandardInput.WriteLineAsync();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
