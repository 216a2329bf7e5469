using Arena.Grains.Ports;

namespace Arena.Cluster.Tests.Support;

/// <summary>Backlogs and dead letters in memory that silos share.</summary>
public sealed class MemoryDeliveries : IEventDeliveries
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Consumer, Guid SessionId), EventBacklog> _backlogs = [];
    private readonly Dictionary<(string Consumer, Guid SessionId, long Version), DeadLetter> _letters = [];
    private readonly HashSet<DeadLetter> _wanted = [];

    /// <summary>The database is away.</summary>
    public bool Down { get; set; }

    /// <summary>The next backlog that ends is ended, but the reply is lost.</summary>
    public bool LosesReply { get; set; }

    public IReadOnlyList<EventBacklog> Backlogs => Locked(() => _backlogs.Values.ToList());

    public IReadOnlyList<DeadLetter> Letters => Locked(() => _letters.Values.ToList());

    public void Want(DeadLetter letter) => Locked(() => _wanted.Add(letter));

    public Task<IReadOnlyList<string>> BehindAsync(Guid sessionId, CancellationToken cancel) => Task.FromResult<IReadOnlyList<string>>(
        Locked(() => _backlogs.Keys.Where(key => key.SessionId == sessionId).Select(key => key.Consumer).ToList()));

    public Task<EventBacklog?> FindAsync(string consumer, Guid sessionId, CancellationToken cancel) =>
        Task.FromResult(Locked(() => _backlogs.GetValueOrDefault((consumer, sessionId))));

    public Task DeferAsync(EventBacklog backlog, CancellationToken cancel)
    {
        Locked(() =>
        {
            if (!_backlogs.TryGetValue((backlog.Consumer, backlog.SessionId), out var was) || was.Version > backlog.Version)
                _backlogs[(backlog.Consumer, backlog.SessionId)] = backlog;
            return true;
        });
        return Task.CompletedTask;
    }

    public Task<bool> ReplaceAsync(EventBacklog was, EventBacklog? now, DeadLetter? given, CancellationToken cancel) => Task.FromResult(Locked(() =>
    {
        if (LosesReply && now is null)
        {
            LosesReply = false;
            _backlogs.Remove((was.Consumer, was.SessionId));
            throw new JournalUnavailableException("the reply was lost");
        }
        if (_backlogs.GetValueOrDefault((was.Consumer, was.SessionId)) != was)
            return false;
        if (now is null)
            _backlogs.Remove((was.Consumer, was.SessionId));
        else
            _backlogs[(was.Consumer, was.SessionId)] = now;
        if (given is not null)
            _letters[(given.Consumer, given.SessionId, given.Version)] = given;
        return true;
    }));

    public Task<IReadOnlyList<EventBacklog>> DueAsync(
        IReadOnlyCollection<string> consumers, DateTimeOffset now, int limit, CancellationToken cancel) => Task.FromResult<IReadOnlyList<EventBacklog>>(
        Locked(() => _backlogs.Values.Where(backlog => backlog.DueAt <= now && consumers.Contains(backlog.Consumer)).OrderBy(backlog => backlog.DueAt).Take(limit).ToList()));

    public Task<IReadOnlyList<DeadLetter>> WantedAgainAsync(IReadOnlyCollection<string> consumers, int limit, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<DeadLetter>>(Locked(() => _wanted.Where(letter => consumers.Contains(letter.Consumer)).Take(limit).ToList()));

    public Task<DeadLetter?> FindLetterAsync(string consumer, Guid sessionId, long version, CancellationToken cancel) =>
        Task.FromResult(Locked(() => _letters.GetValueOrDefault((consumer, sessionId, version))));

    public Task RemoveLetterAsync(DeadLetter letter, CancellationToken cancel)
    {
        Locked(() => _wanted.Remove(letter) | _letters.Remove((letter.Consumer, letter.SessionId, letter.Version)));
        return Task.CompletedTask;
    }

    public Task UpdateLetterAsync(DeadLetter letter, CancellationToken cancel)
    {
        Locked(() =>
        {
            _wanted.RemoveWhere(wanted => wanted.SessionId == letter.SessionId && wanted.Version == letter.Version);
            return _letters.ContainsKey((letter.Consumer, letter.SessionId, letter.Version))
                && (_letters[(letter.Consumer, letter.SessionId, letter.Version)] = letter) is not null;
        });
        return Task.CompletedTask;
    }

    public Task<int> StartOverAsync(string consumer, long after, DateTimeOffset now, CancellationToken cancel) => throw new NotSupportedException();

    private T Locked<T>(Func<T> work)
    {
        if (Down)
            throw new JournalUnavailableException("down");
        lock (_gate)
            return work();
    }
}
