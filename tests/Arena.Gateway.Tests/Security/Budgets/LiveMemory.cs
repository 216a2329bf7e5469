namespace Arena.Gateway.Tests.Security.Budgets;

/// <summary>
/// How much more memory is in use while something is done than before: what is garbage by then does not count. It is looked at whenever the
/// process has allocated one more mebibyte, so that what is in use between two looks is hardly more.
/// </summary>
internal static class LiveMemory
{
    private const long Step = 1024 * 1024;

    public static async Task<long> PeakAsync(Func<Task> work)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var before = Live();
        var peak = before;
        var done = false;
        var watch = new Thread(() =>
        {
            for (var seen = GC.GetTotalAllocatedBytes(); !Volatile.Read(ref done); Thread.Sleep(1))
            {
                if (GC.GetTotalAllocatedBytes() - seen < Step)
                    continue;
                peak = Math.Max(peak, Live());
                seen = GC.GetTotalAllocatedBytes();
            }
        });
        watch.Start();
        try
        {
            await work();
        }
        finally
        {
            Volatile.Write(ref done, true);
            watch.Join();
        }
        return peak - before;
    }

    private static long Live()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
        return GC.GetTotalMemory(forceFullCollection: false);
    }
}
