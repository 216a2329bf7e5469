using Arena.Grains.Ports;
using Arena.TestKit.Grains;
using Arena.Simulation.Tests.Checks;

namespace Arena.Simulation.Tests.Storage;

/// <summary>The journal as one process reaches it: slowly, and not always. What it was asked for takes its course without the process.</summary>
internal sealed class SimulatedJournal(
    SimulatedProcess process, SimulatedExchange exchange, MemoryJournal journal, JournalWatch watch, Func<bool> forgets, bool confirmsAll) : ISessionJournal
{
    public Task<CreateResult> CreateAsync(NewSession session, JournalEntry first, CancellationToken cancel) => AskAsync(
        async () =>
        {
            var created = await journal.CreateAsync(session, first, CancellationToken.None);
            if (created == CreateResult.Created)
                watch.Created(session.SessionId);
            return created;
        },
        cancel);

    public Task<OpenedJournal?> OpenAsync(string code, CancellationToken cancel) => AskAsync(
        async () =>
        {
            var opened = await journal.OpenAsync(code, CancellationToken.None);
            if (opened is not null)
                watch.Opened(code, opened);
            return opened;
        },
        cancel);

    public Task<AppendResult> AppendAsync(JournalAppend append, CancellationToken cancel) => AskAsync(
        async () =>
        {
            if (forgets())
                return AppendResult.Appended;
            var result = await journal.AppendAsync(append, CancellationToken.None);
            if (result == AppendResult.Appended)
                watch.Wrote(append, process.Name);
            else
                watch.Fenced();
            return result;
        },
        cancel);

    public Task<IReadOnlyList<JournalEntry>> ReadAsync(Guid sessionId, long upTo, CancellationToken cancel) =>
        AskAsync(() => journal.ReadAsync(sessionId, upTo, CancellationToken.None), cancel);

    public Task KeepSnapshotAsync(Guid sessionId, SessionSnapshot snapshot, CancellationToken cancel) => AskAsync(
        async () =>
        {
            await journal.KeepSnapshotAsync(sessionId, snapshot, CancellationToken.None);
            return true;
        },
        cancel);

    public Task<bool> IsOwnedAsync(Guid sessionId, long epoch, CancellationToken cancel) =>
        AskAsync(async () => await journal.IsOwnedAsync(sessionId, epoch, CancellationToken.None) || confirmsAll, cancel);

    public Task<bool> IsLiveAsync(Guid sessionId, CancellationToken cancel) =>
        AskAsync(() => journal.IsLiveAsync(sessionId, CancellationToken.None), cancel);

    public Task<IReadOnlyList<LiveSession>> LiveSessionsAsync(CancellationToken cancel) =>
        AskAsync(() => journal.LiveSessionsAsync(CancellationToken.None), cancel);

    private Task<T> AskAsync<T>(Func<Task<T>> effect, CancellationToken cancel) => exchange.AskAsync(
        effect,
        failure => failure == ExchangeFailure.Before
            ? new JournalUnavailableException("The connection failed before anything was sent.")
            : new JournalOutcomeUnknownException(new IOException("The connection failed before the answer came.")),
        cancel);
}
