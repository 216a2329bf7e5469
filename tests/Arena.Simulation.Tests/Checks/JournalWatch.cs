using Arena.Grains.Ports;

namespace Arena.Simulation.Tests.Checks;

/// <summary>Looks at every write: only the last opener of a session writes, and each write follows the one before it without a gap.</summary>
internal sealed class JournalWatch(Violations violations, Reach reach, Func<string, int> owners)
{
    private readonly Dictionary<Guid, (long Epoch, long Version)> _heads = [];

    /// <summary>Every write so far, in words.</summary>
    public List<string> Trace { get; } = [];

    /// <summary>The writes, in order.</summary>
    public List<JournalAppend> Appends { get; } = [];

    public void Created(Guid session)
    {
        if (_heads.TryAdd(session, (1, 1)))
            Trace.Add($"{session:N} created");
    }

    public void Opened(string code, OpenedJournal opened)
    {
        if (owners(code) > 1)
            reach.Note("two silos each believe that they own a session");
        var (epoch, version) = _heads[opened.SessionId];
        if (opened.Epoch <= epoch)
            violations.Add($"session {opened.SessionId:N} was opened with epoch {opened.Epoch} after epoch {epoch}");
        if (opened.Version != version || opened.Entries.Count != version)
            violations.Add($"session {opened.SessionId:N} was opened at version {opened.Version}, but {version} were acknowledged");
        _heads[opened.SessionId] = (opened.Epoch, version);
        reach.Note("a session is opened anew");
        Trace.Add($"{opened.SessionId:N} opened as {opened.Epoch} at {opened.Version}");
    }

    public void Fenced() => reach.Note("a stale owner's write is refused");

    public void Wrote(JournalAppend append, string writer)
    {
        var (epoch, version) = _heads[append.SessionId];
        if (append.Epoch != epoch)
            violations.Add($"{writer} wrote to session {append.SessionId:N} with epoch {append.Epoch} after epoch {epoch} had been opened");
        if (append.ExpectedVersion != version)
            violations.Add($"{writer} wrote to session {append.SessionId:N} after version {append.ExpectedVersion}, but the last one is {version}");
        _heads[append.SessionId] = (epoch, version + append.Entries.Count);
        Appends.Add(append);
        Trace.Add($"{append.SessionId:N} {append.Epoch}/{append.ExpectedVersion} {string.Join(',', append.Entries.Select(entry => $"{entry.Type}@{entry.AtMs}"))}");
    }
}
