using Arena.Grains.Ports;

namespace Arena.Gateway.Tests.Play;

/// <summary>The real journal, which a test can take away and give back.</summary>
internal sealed class FailingJournal(ISessionJournal real) : ISessionJournal
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool Down { get; set; }

    /// <summary>What every append waits for, so that it takes as long as the test says.</summary>
    public Task Slowness { get; set; } = Task.CompletedTask;

    private ISessionJournal Up => Down ? throw new JournalUnavailableException("The test took it away.") : real;

    public Task<CreateResult> CreateAsync(NewSession session, JournalEntry first, CancellationToken cancel) => Up.CreateAsync(session, first, cancel);

    public Task<OpenedJournal?> OpenAsync(string code, CancellationToken cancel) => Up.OpenAsync(code, cancel);

    public Task<IReadOnlyList<JournalEntry>> ReadAsync(Guid sessionId, long upTo, CancellationToken cancel) => Up.ReadAsync(sessionId, upTo, cancel);

    public Task KeepSnapshotAsync(Guid sessionId, SessionSnapshot snapshot, CancellationToken cancel) =>
        Up.KeepSnapshotAsync(sessionId, snapshot, cancel);

    /// <summary>Completes when an append waits for <see cref="Slowness"/>.</summary>
    public Task Reached => _reached.Task;

    public async Task<AppendResult> AppendAsync(JournalAppend append, CancellationToken cancel)
    {
        if (!Slowness.IsCompleted)
            _reached.TrySetResult();
        await Slowness;
        return await Up.AppendAsync(append, cancel);
    }

    public Task<bool> IsOwnedAsync(Guid sessionId, long epoch, CancellationToken cancel) => Up.IsOwnedAsync(sessionId, epoch, cancel);

    public Task<bool> IsLiveAsync(Guid sessionId, CancellationToken cancel) => Up.IsLiveAsync(sessionId, cancel);

    public Task<IReadOnlyList<LiveSession>> LiveSessionsAsync(CancellationToken cancel) => Up.LiveSessionsAsync(cancel);
}
