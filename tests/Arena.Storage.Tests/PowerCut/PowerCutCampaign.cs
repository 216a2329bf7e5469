using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Arena.Grains.Ports;
using Arena.Storage.Sqlite;
using Arena.Storage.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Storage.Tests.PowerCut;

/// <summary>
/// Sessions whose players answer, in group commits, on a disk whose power fails repeatedly; after each cut the database is opened from
/// what the disk holds, and every answer that had been acknowledged by then must be there.
/// </summary>
[SuppressMessage("Security", "CA5394", Justification = "Drawn from a seed")]
internal sealed class PowerCutCampaign : IAsyncDisposable
{
    private const int SessionCount = 12;
    private const int Commits = 150;
    private const double CutShare = 0.03;

    private readonly SqliteTestDatabase _database = new();
    private readonly SimulatedDisk _disk;
    private readonly Random _random;
    private readonly bool _synced;
    private readonly List<string> _losses = [];
    private ImmutableDictionary<Guid, long> _acknowledged = ImmutableDictionary<Guid, long>.Empty;
    private int _cuts;

    /// <param name="seed">Reproduces the run.</param>
    /// <param name="synced">False: with SQLite's syncs switched off.</param>
    public PowerCutCampaign(int seed, bool synced = true)
    {
        _disk = new(seed, CutShare);
        _random = new(seed);
        _synced = synced;
        SimulatedFileSystem.Mount(Folder, _disk);
    }

    /// <summary>How often the power was cut.</summary>
    public int Cuts => _cuts;

    /// <summary>Losses, a line each.</summary>
    public IReadOnlyList<string> Losses => _losses;

    /// <summary>The operations that the disk received.</summary>
    public IReadOnlyList<string> Operations => _disk.Operations;

    private string Folder => Path.GetDirectoryName(_database.File)!;

    public async Task RunAsync()
    {
        await using var storage = await TestStorage.StartAsync(_database);
        var writer = storage.Services.GetRequiredService<SqliteWriter>();
        await writer.WriteAsync(Configure, entries: 0, default);
        var owners = new List<OpenedJournal>();
        for (var session = 0; session < SessionCount; session++)
            owners.Add(await BeginAsync(storage.Journal, session));
        var cuts = new List<(PowerCutImage Image, ImmutableDictionary<Guid, long> Acknowledged)>();
        _disk.CutFromNow(image => cuts.Add((image, _acknowledged)));
        for (var commit = 0; commit < Commits; commit++)
            await CommitAsync(storage.Journal, writer, owners);
        _cuts = cuts.Count;
        foreach (var (image, acknowledged) in cuts)
            Check(image, acknowledged);
    }

    public async ValueTask DisposeAsync()
    {
        SimulatedFileSystem.Unmount(Folder);
        await _database.DisposeAsync();
    }

    /// <summary>The log is folded into the file every few commits, so that cuts fall into that as well. A setting cannot be changed inside a transaction.</summary>
    private int Configure(SqliteStatements statements)
    {
        statements.Execute("COMMIT");
        statements.Execute("PRAGMA wal_autocheckpoint = 40");
        if (!_synced)
            statements.Execute("PRAGMA synchronous = OFF");
        return statements.Execute("BEGIN IMMEDIATE");
    }

    private async Task<OpenedJournal> BeginAsync(ISessionJournal journal, int session)
    {
        var code = session.ToString("000000", CultureInfo.InvariantCulture);
        await journal.CreateAsync(new(NewId(), code, NewId(), "{}", 0), Entry(1), default);
        var owner = await journal.OpenedAsync(code);
        // A player has the session's id: it has only the one.
        await journal.AppendAsync(
            new(owner.SessionId, owner.Epoch, 1, [Entry(2)]) { Changes = new() { Joined = [new(owner.SessionId, "Ann", 0)] } }, default);
        _acknowledged = _acknowledged.SetItem(owner.SessionId, 2);
        return owner;
    }

    /// <summary>Some sessions append one to three answers each, all in one commit: the writer is held until all of them wait.</summary>
    private async Task CommitAsync(ISessionJournal journal, SqliteWriter writer, List<OpenedJournal> owners)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var release = new ManualResetEventSlim();
        var held = writer.WriteAsync(
            _ =>
            {
                begun.SetResult();
                release.Wait();
                return true;
            },
            entries: 0, default);
        await begun.Task;
        var appends = new List<(Guid Session, long Version, Task<AppendResult> Done)>();
        foreach (var owner in owners.Where(_ => _random.Next(2) == 0))
        {
            var version = _acknowledged[owner.SessionId];
            var entries = Enumerable.Range(1, _random.Next(1, 4)).Select(ahead => Entry(version + ahead)).ToList();
            var answers = entries.ConvertAll(_ => new AnswerGiven(NewId(), NewId(), owner.SessionId, "{}", 0, 0, 0));
            appends.Add((owner.SessionId, version + entries.Count, journal.AppendAsync(
                new(owner.SessionId, owner.Epoch, version, entries) { Changes = new() { Answers = answers } }, default)));
        }
        release.Set();
        await held;
        foreach (var (session, version, done) in appends)
        {
            Assert.Equal(AppendResult.Appended, await done);
            _acknowledged = _acknowledged.SetItem(session, version);
        }
    }

    private void Check(PowerCutImage image, ImmutableDictionary<Guid, long> acknowledged)
    {
        using var found = new TemporaryFolder();
        foreach (var (name, content) in image.Files)
            File.WriteAllBytes(Path.Combine(found.Path, name), content);
        try
        {
            using var connection = new SqliteConnection($"Data Source={Path.Combine(found.Path, Path.GetFileName(_database.File))};Pooling=False");
            connection.Open();
            if (connection.Scalar("PRAGMA integrity_check") is not "ok" and var damage)
                Lost(image, $"damaged: {damage}");
            foreach (var (session, version) in acknowledged)
                CheckSession(connection, image, session, version);
        }
        catch (SqliteException unreadable)
        {
            Lost(image, $"unreadable: {unreadable.Message}");
        }
    }

    /// <summary>Acknowledged appends are there; beyond them there may be more, but whole appends, each entry with its row.</summary>
    private void CheckSession(SqliteConnection connection, PowerCutImage image, Guid session, long acknowledged)
    {
        var id = session.ToString().ToUpperInvariant();
        var found = connection.Strings($"""
            SELECT version || ' ' || (SELECT count(*) || ' ' || ifnull(max(version), 0) || ' ' || total(payload_json = version) FROM event_log WHERE session_id = s.id)
                || ' ' || (SELECT count(*) FROM player_answer WHERE session_id = s.id)
            FROM game_session AS s WHERE id = '{id}'
            """);
        var version = found is [var row] ? long.Parse(row.Split(' ')[0], CultureInfo.InvariantCulture) : 0;
        if (version < acknowledged)
            Lost(image, $"session {session}: {acknowledged} was acknowledged, {version} is there");
        else if (found[0] != string.Create(CultureInfo.InvariantCulture, $"{version} {version} {version} {version}.0 {version - 2}"))
            Lost(image, $"session {session} is torn: {found[0]}");
    }

    private void Lost(PowerCutImage image, string what) => _losses.Add(string.Create(
        CultureInfo.InvariantCulture, $"cut before operation {image.Operation}, {image.SurvivingShare:P0} of the unsynced kept: {what}"));

    private Guid NewId()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new(bytes);
    }

    private static JournalEntry Entry(long version) => new("test.v1", version.ToString(CultureInfo.InvariantCulture), version);
}
