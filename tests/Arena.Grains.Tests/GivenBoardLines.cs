using Arena.GrainInterfaces;
using Arena.Grains.Ports;

namespace Arena.Grains.Tests;

/// <summary>Lines of boards as a test gives them.</summary>
internal sealed class GivenBoardLines : IBoardLines
{
    public IReadOnlyList<AccountLine> Lines { get; set; } = [];

    /// <summary>The boards that were read.</summary>
    public List<BoardKey> Reads { get; } = [];

    /// <summary>What each query waits for.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public async Task<IReadOnlyList<AccountLine>> ReadAsync(BoardKey board, int limit, CancellationToken cancel)
    {
        Reads.Add(board);
        await Gate;
        return Lines;
    }
}
