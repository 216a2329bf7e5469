using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Arena.Game.Rules;
using Arena.GrainInterfaces;
using Arena.Grains.Placement;
using Arena.Grains.Ports;
using Orleans.Concurrency;

namespace Arena.Grains.Boards;

/// <summary>
/// Ranks one board for all who look at it. A reader gets lines that were read after its call: calls that arrive during a query share the
/// next one, so that a class that looks at once costs two queries.
/// </summary>
[Reentrant, GamePlacement, SiloRole(SiloRole.Games)]
internal sealed class LeaderboardGrain(
    IGrainContext context, IGrainRuntime runtime, IBoardLines lines, [PersistentState("board-version", "arena")] IPersistentState<BoardState> kept)
    : Grain(context, runtime), ILeaderboardGrain
{
    /// <summary>Lines that are ranked; an account behind them has none.</summary>
    private const int MaxLines = 10_000;

    private Task<RankedBoard>? _running;
    private Task<RankedBoard>? _next;

    public async Task<BoardReading> Read(Guid account, long seen, CancellationToken cancel)
    {
        var (version, ranked) = await (_next ??= RankAfterAsync(_running)).WaitAsync(cancel);
        if (seen == version)
            return new(version, null, null, ranked.Length);
        var own = ranked.FirstOrDefault(line => line.Entry.Account == account);
        return new(version, [.. ranked.Take(BoardKey.MaxTop).Select(Shown)], own.Entry is null ? null : Shown(own), ranked.Length);
    }

    private async Task<RankedBoard> RankAfterAsync(Task? running)
    {
        // Before the query of those who came earlier has ended, others may join this one.
        await Task.Yield();
        if (running is not null)
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        (_running, _next) = (_next, null);
        var ranked = Ranking.Of(await lines.ReadAsync(BoardKey.Parse(this.GetPrimaryKeyString()), MaxLines, CancellationToken.None), line => line.Points);
        var digest = Digest(ranked);
        if (digest != kept.State.Digest)
        {
            (kept.State.Version, kept.State.Digest) = (kept.State.Version + 1, digest);
            await kept.WriteStateAsync();
        }
        return new(kept.State.Version, ranked);
    }

    private static string Digest(ImmutableArray<Ranked<AccountLine>> ranked)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (line, _, _) in ranked)
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{line.Account:N} {line.Points} {line.Quizzes} {line.Name}\n")));
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static BoardLine Shown(Ranked<AccountLine> line) => new(line.Rank, line.Entry.Name, line.Entry.Points, line.Entry.Quizzes);

    private sealed record RankedBoard(long Version, ImmutableArray<Ranked<AccountLine>> Lines);
}
