using Arena.Grains;

namespace Arena.Gateway.Tests.Play;

/// <summary>The real journal, which a test can take away and give back.</summary>
internal sealed class FailingJournal(ISessionJournal real) : ISessionJournal
{
    public bool Down { get; set; }

    private ISessionJournal Up => Down ? throw new JournalUnavailableException("The test took it away.") : real;

    public Task<bool> CreateAsync(NewSession session, JournalEntry first, CancellationToken cancel) => Up.CreateAsync(session, first, cancel);

    public Task<OpenedJournal?> OpenAsync(string code, CancellationToken cancel) => Up.OpenAsync(code, cancel);

    public Task<IReadOnlyList<JournalEntry>> ReadAsync(Guid sessionId, long upTo, CancellationToken cancel) => Up.ReadAsync(sessionId, upTo, cancel);

    public Task KeepSnapshotAsync(Guid sessionId, SessionSnapshot snapshot, CancellationToken cancel) =>
        Up.KeepSnapshotAsync(sessionId, snapshot, cancel);

    public Task<AppendResult> AppendAsync(JournalAppend append, CancellationToken cancel) => Up.AppendAsync(append, cancel);

    public Task<IReadOnlyList<string>> LiveCodesAsync(CancellationToken cancel) => Up.LiveCodesAsync(cancel);
}
