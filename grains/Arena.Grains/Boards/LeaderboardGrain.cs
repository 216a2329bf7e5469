using System.Collections.Immutable;
using Arena.Game.Rules;
using Arena.GrainInterfaces;
using Arena.Grains.Placement;
using Arena.Grains.Ports;

namespace Arena.Grains.Boards;

/// <summary>A board. The board of one game lives in memory and is fed by its session; one that outlives games keeps its best lines.</summary>
[GamePlacement, SiloRole(SiloRole.Games)]
internal sealed class LeaderboardGrain(
    IGrainContext context, IGrainRuntime runtime, INextSilo next, [PersistentState("board", "arena")] IPersistentState<BoardState> kept)
    : Grain(context, runtime), ILeaderboardGrain
{
    private const int KeptLines = 100;
    private const int MaxTop = 100;

    private ImmutableArray<Ranked<BoardStateLine>> _ranked = [];

    private bool IsLasting => BoardKey.IsLasting(this.GetPrimaryKeyString());

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        Rank();
        return Task.CompletedTask;
    }

    /// <summary>The lines of a live game are in memory alone: they move along when the silo stops.</summary>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (reason.ReasonCode == DeactivationReasonCode.ShuttingDown && next.For(this.GetGrainId()) is not null)
            this.MigrateOnIdle();
        return Task.CompletedTask;
    }

    public async Task Record(string source, long version, ImmutableArray<BoardEntry> entries)
    {
        var lines = kept.State.Lines;
        if (lines.Exists(line => line.Source == source && line.Version >= version))
            return;
        var recorded = lines.FindAll(line => line.Source != source);
        recorded.AddRange(entries.Select(entry => new BoardStateLine
        {
            Source = source,
            Version = version,
            Seat = entry.Seat,
            Nickname = entry.Nickname,
            Score = entry.Score,
        }));
        recorded.Sort(BestFirst);
        if (IsLasting && recorded.Count > KeptLines)
            recorded.RemoveRange(KeptLines, recorded.Count - KeptLines);
        kept.State.Lines = recorded;
        Rank();
        if (IsLasting)
            await kept.WriteStateAsync();
    }

    public Task<ImmutableArray<BoardLine>> Top(int count, CancellationToken cancel) =>
        Task.FromResult(_ranked.Take(Math.Clamp(count, 1, MaxTop)).Select(Shown).ToImmutableArray());

    public Task<BoardLine?> Line(string source, int seat, CancellationToken cancel) =>
        Task.FromResult(_ranked.Where(ranked => ranked.Entry.Source == source && ranked.Entry.Seat == seat).Select(Shown).FirstOrDefault());

    private void Rank() => _ranked = Ranking.Of(kept.State.Lines, line => line.Score);

    private static int BestFirst(BoardStateLine one, BoardStateLine other) =>
        (-one.Score, one.Source, one.Seat).CompareTo((-other.Score, other.Source, other.Seat));

    private static BoardLine Shown(Ranked<BoardStateLine> ranked) => new(ranked.Rank, ranked.Entry.Nickname, ranked.Entry.Score);
}
