using System.Diagnostics;
using System.Globalization;
using Arena.Grains;

namespace Arena.Storage.Load;

/// <summary>As many appenders as given, each with a session of its own, each waiting for its acknowledgement before the next
/// append: an answer, with its row.</summary>
internal static class Bench
{
    // About what one answer's event weighs.
    private static readonly JournalEntry Answer = new(
        "answered.v1", """{"seat":4711,"question":12,"option":2,"elapsedMs":3172,"rttMs":48,"compensationMs":24,"points":842}""", 0);

    public static async Task<string> RunAsync(ISessionJournal journal, int appenders, TimeSpan duration)
    {
        var owners = await Task.WhenAll(Enumerable.Range(0, appenders).Select(_ => BeginAsync(journal)));
        using var stop = new CancellationTokenSource(duration);
        var started = Stopwatch.GetTimestamp();
        var latencies = await Task.WhenAll(owners.Select(owner => AppendAsync(journal, owner, stop.Token)));
        var elapsed = Stopwatch.GetElapsedTime(started);
        var all = latencies.SelectMany(each => each).Order().ToList();
        foreach (var (owner, appends) in owners.Zip(latencies))
        {
            var end = new JournalAppend(owner.SessionId, owner.Epoch, owner.Version + appends.Count, [Answer]) { Changes = new() { EndedAtMs = 1 } };
            await journal.AppendAsync(end, default);
        }
        return string.Create(CultureInfo.InvariantCulture,
            $"{all.Count / elapsed.TotalSeconds,10:N0} {Milliseconds(all, 0.5),8:N2} {Milliseconds(all, 0.99),8:N2}");
    }

    private static async Task<OpenedJournal> BeginAsync(ISessionJournal journal)
    {
        var session = new NewSession(Guid.NewGuid(), Guid.NewGuid().ToString("N"), Guid.Empty, "{}", 0);
        await journal.CreateAsync(session, Answer, default);
        var owner = await journal.OpenAsync(session.Code, default) ?? throw new InvalidOperationException("The session is not there.");
        // A player has the session's id: it has only the one.
        var join = new JournalAppend(owner.SessionId, owner.Epoch, owner.Version, [Answer])
        {
            Changes = new() { Joined = [new(owner.SessionId, "Ann", 0)] },
        };
        await journal.AppendAsync(join, default);
        return owner with { Version = owner.Version + 1 };
    }

    private static async Task<List<long>> AppendAsync(ISessionJournal journal, OpenedJournal owner, CancellationToken stop)
    {
        var latencies = new List<long>();
        while (!stop.IsCancellationRequested)
        {
            var started = Stopwatch.GetTimestamp();
            var append = new JournalAppend(owner.SessionId, owner.Epoch, owner.Version + latencies.Count, [Answer])
            {
                Changes = new() { Answers = [new(Guid.CreateVersion7(), Guid.NewGuid(), owner.SessionId, """{"choice":2}""", 0, 3172, 842)] },
            };
            if (await journal.AppendAsync(append, default) != AppendResult.Appended)
                throw new InvalidOperationException("An owner was fenced.");
            latencies.Add(Stopwatch.GetTimestamp() - started);
        }
        return latencies;
    }

    private static double Milliseconds(List<long> sorted, double share) =>
        sorted[(int)((sorted.Count - 1) * share)] * 1000.0 / Stopwatch.Frequency;
}
