using System.Diagnostics;

namespace Arena.Load.Attacks;

/// <summary>The most memory that a process has had since this was made, looked at ten times a second.</summary>
internal sealed class MemoryPeak : IDisposable
{
    private readonly Process _process;
    private readonly Timer _timer;
    private readonly Lock _gate = new();
    private long _bytes;

    public MemoryPeak(int processId)
    {
        _process = Process.GetProcessById(processId);
        _timer = new(_ => Look(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(100));
    }

    public long Bytes
    {
        get
        {
            Look();
            return _bytes;
        }
    }

    public void Dispose()
    {
        using var done = new ManualResetEvent(false);
        if (_timer.Dispose(done))
            done.WaitOne();
        _process.Dispose();
    }

    private void Look()
    {
        lock (_gate)
        {
            _process.Refresh();
            _bytes = Math.Max(_bytes, _process.WorkingSet64);
        }
    }
}
