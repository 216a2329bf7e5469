using System.Runtime.InteropServices;

namespace Arena.Gateway.Threading;

/// <summary>Long work that gives way to everything else in the process.</summary>
internal static class Background
{
    private const int ThisThread = 0;
    private const int Nicest = 19;

    /// <summary>
    /// Runs the work on a thread of its own with the least priority. The work must not wait, nor start anything: threads inherit the niceness
    /// of the thread that starts them (clone(2)), those of the pool too, and keep it. For the same reason it is another thread, which waits for
    /// this one, that completes the caller's task.
    /// </summary>
    public static async Task<T> RunAsync<T>(Func<Task<T>> work)
    {
        Task<T> result = null!;
        using var ended = new ManualResetEvent(false);
        var told = new TaskCompletionSource();
        var wait = ThreadPool.RegisterWaitForSingleObject(ended, (_, _) => told.SetResult(), null, Timeout.Infinite, executeOnlyOnce: true);
        new Thread(() =>
        {
            result = GiveWayAsync(work);
            ended.Set();
        })
        { IsBackground = true, Name = "Arena background" }.Start();
        await told.Task;
        wait.Unregister(null);
        return await result;
    }

    private static async Task<T> GiveWayAsync<T>(Func<Task<T>> work)
    {
        GiveWay();
        return await work();
    }

    /// <summary>.NET leaves priorities alone on Linux; there, niceness belongs to the thread (setpriority(2), "C library/kernel differences").</summary>
    private static void GiveWay()
    {
        Thread.CurrentThread.Priority = ThreadPriority.Lowest;
        if (OperatingSystem.IsLinux() && SetPriority(ThisThread, ThisThread, Nicest) != 0)
            throw new InvalidOperationException($"setpriority: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    [DllImport("libc", EntryPoint = "setpriority", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetPriority(int which, int who, int priority);
}
