using System.Runtime.InteropServices;

namespace Arena.Gateway.Tests.Security.Budgets;

/// <summary>
/// What one input may cost at most: ten times what the interface promises of a request (0.3 s of processor time, 32 MiB). Processor time is
/// counted, not waited for, so that a busy machine makes no difference.
/// </summary>
internal static class WorkBudget
{
    /// <summary>Tests that count for the whole process run alone.</summary>
    public const string Alone = "budgets";

    private const double CpuSeconds = 3;
    private const long AllocatedBytes = 320L * 1024 * 1024;
    private const int ThreadCpuClock = 3;
    private const double Nanoseconds = 1e9;

    /// <summary>Counts what the thread uses.</summary>
    public static void Within(string input, Action work)
    {
        var (cpu, allocated) = (ThreadSeconds(), GC.GetAllocatedBytesForCurrentThread());
        work();
        Check(input, ThreadSeconds() - cpu, GC.GetAllocatedBytesForCurrentThread() - allocated);
    }

    /// <summary>Counts what the process uses, server and client.</summary>
    public static async Task<T> WithinAsync<T>(string input, Func<Task<T>> work)
    {
        var (cpu, allocated) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
        T result = await work();
        Check(input, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds, GC.GetTotalAllocatedBytes() - allocated);
        return result;
    }

    private static void Check(string input, double cpuSeconds, long allocated)
    {
        Assert.True(cpuSeconds <= CpuSeconds, $"{input}: {cpuSeconds:F2} s of processor time");
        Assert.True(allocated <= AllocatedBytes, $"{input}: {allocated} bytes allocated");
    }

    private static double ThreadSeconds() => GetTime(ThreadCpuClock, out TimeSpec time) == 0
        ? time.Seconds + (time.Nanoseconds / Nanoseconds)
        : throw new InvalidOperationException($"clock_gettime: {Marshal.GetLastPInvokeErrorMessage()}");

    [DllImport("libc", EntryPoint = "clock_gettime", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}

/// <summary>Tests that count for the whole process: no other test may run beside them.</summary>
[CollectionDefinition(WorkBudget.Alone, DisableParallelization = true)]
public sealed class WorkBudgetCollection;
