using System.Diagnostics;
using Arena.Grains.Ports;

namespace Arena.Storage.Load.Bench;

/// <summary>
/// The same answers with the same rows, each in a commit of its own, which is what a server without group commit does. The journal that is
/// given takes one write a commit.
/// </summary>
internal static class OneCommitEach
{
    /// <returns>Durable answers a second.</returns>
    public static async Task<double> RunAsync(ISessionJournal journal, int sessions, int answers)
    {
        var owners = new List<OpenedJournal>();
        for (var session = 0; session < sessions; session++)
            owners.Add(await BeginAsync(journal));
        var each = Math.Max(1, answers / sessions);
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(owners.Select(owner => AppendAsync(journal, owner, each)));
        return each * sessions / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    // About what one answer's event weighs.
    private static JournalEntry Entry => new("answerAccepted.2",
        """{"seat":4711,"answer":{"round":3,"operationId":"0198c5f0-6a6e-7c3b-9d55-0123456789ab","value":{"kind":"choice","option":1},"stampMs":1790000000000,"rawMs":3172,"compensationMs":20,"verdict":"correct","share":1,"points":921,"streakBonus":100},"atMs":1790000000000}""",
        1_790_000_000_000);

    private static async Task<OpenedJournal> BeginAsync(ISessionJournal journal)
    {
        var session = new NewSession(Guid.NewGuid(), Guid.NewGuid().ToString("N"), Guid.Empty, "{}", 0);
        await journal.CreateAsync(session, Entry, default);
        var owner = await journal.OpenAsync(session.Code, default) ?? throw new InvalidOperationException("The session is not there.");
        // A player has the session's id: it has only the one.
        var join = new JournalAppend(owner.SessionId, owner.Epoch, owner.Version, [Entry]) { Changes = new() { Joined = [new(owner.SessionId, "Ann", 0)] } };
        await journal.AppendAsync(join, default);
        return owner with { Version = owner.Version + 1 };
    }

    private static async Task AppendAsync(ISessionJournal journal, OpenedJournal owner, int answers)
    {
        for (var answer = 0; answer < answers; answer++)
        {
            var append = new JournalAppend(owner.SessionId, owner.Epoch, owner.Version + answer, [Entry])
            {
                Changes = new() { Answers = [new(Guid.CreateVersion7(), Guid.NewGuid(), owner.SessionId, """{"kind":"choice","option":2}""", 0, 3172, 842)] },
            };
            if (await journal.AppendAsync(append, default) != AppendResult.Appended)
                throw new InvalidOperationException("An owner was fenced.");
        }
    }
}
