using System.Runtime.InteropServices;

namespace Arena.Gateway.Accounts.Passwords;

/// <summary>Long work that gives way to everything else in the process.</summary>
internal static class Background
{
    private const int ThisThread = 0;
    private const int Nicest = 19;

    /// <summary>Runs the work, up to its first wait, on a thread of its own with the least priority.</summary>
    public static Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken cancel) => Task.Factory.StartNew(
        () =>
        {
            GiveWay();
            return work();
        },
        cancel, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();

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
