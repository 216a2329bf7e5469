using System.Diagnostics;

namespace Arena.Bench;

/// <summary>One measured round: callers that each make one call after the other, spread over the targets.</summary>
/// <param name="CallsPerSecond">All callers together.</param>
/// <param name="P50">The median wait of a call, in microseconds.</param>
/// <param name="P99">The wait that 1 % of the calls exceed, in microseconds.</param>
/// <param name="Longest">The longest wait, in microseconds.</param>
/// <param name="CpuPerCall">Processor time of the process, in microseconds: what a call costs even when others use the machine.</param>
/// <param name="BytesPerCall">What caller, Orleans and target allocated.</param>
internal sealed record Round(double CallsPerSecond, double P50, double P99, double Longest, double CpuPerCall, double BytesPerCall)
{
    public static async Task<Round> RunAsync(IReadOnlyList<Func<string, Task<string>>> targets, int callers, int calls)
    {
        var each = calls / callers;
        var waits = new long[callers * each];
        var allocatedBefore = GC.GetTotalAllocatedBytes(precise: true);
        var cpuBefore = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => CallAsync(caller))));
        var elapsed = Stopwatch.GetElapsedTime(start);
        var cpu = Environment.CpuUsage.TotalTime - cpuBefore;
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - allocatedBefore;
        Array.Sort(waits);
        return new Round(
            waits.Length / elapsed.TotalSeconds,
            Microseconds(waits[waits.Length / 2]),
            Microseconds(waits[waits.Length * 99 / 100]),
            Microseconds(waits[^1]),
            cpu.TotalMicroseconds / waits.Length,
            (double)allocated / waits.Length);

        async Task CallAsync(int caller)
        {
            for (var i = 0; i < each; i++)
            {
                var began = Stopwatch.GetTimestamp();
                await targets[(caller + i) % targets.Count]("hello");
                waits[(caller * each) + i] = Stopwatch.GetTimestamp() - began;
            }
        }
    }

    private static double Microseconds(long ticks) => ticks * 1e6 / Stopwatch.Frequency;
}
