using System.Globalization;
using Arena.Grains.Ports;

namespace Arena.Storage.Load;

/// <summary>
/// Sessions that append without end, one to three entries at a time. Each entry holds its own version; each append that was acknowledged
/// is a line on the output, "code version", written after the acknowledgement.
/// </summary>
internal static class AppendUntilKilled
{
    public static async Task RunAsync(ISessionJournal journal, int sessions)
    {
        var output = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });
        await Task.WhenAll(Enumerable.Range(0, sessions).Select(session => AppendAsync(
            journal, session.ToString("000000", CultureInfo.InvariantCulture), output)));
    }

    private static async Task AppendAsync(ISessionJournal journal, string code, TextWriter output)
    {
        await journal.CreateAsync(new(Guid.NewGuid(), code, Guid.Empty, "{}", 0), Entry(1), default);
        var owner = await journal.OpenAsync(code, default) ?? throw new InvalidOperationException($"{code} is not there.");
        for (var version = owner.Version; ;)
        {
            var entries = Enumerable.Range(1, 1 + (int)(version % 3)).Select(ahead => Entry(version + ahead)).ToList();
            if (await journal.AppendAsync(new(owner.SessionId, owner.Epoch, version, entries), default) != AppendResult.Appended)
                throw new InvalidOperationException($"{code} is owned by somebody else.");
            version += entries.Count;
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{code} {version}"));
        }
    }

    private static JournalEntry Entry(long version) => new("load.v1", version.ToString(CultureInfo.InvariantCulture), version);
}
