using Arena.GrainInterfaces;
using Arena.Grains.Ports;

namespace Arena.Grains.Tests;

public sealed class LeaderboardTests
{
    private static readonly Guid Ann = Guid.NewGuid();
    private static readonly Guid Last = Guid.NewGuid();

    [Fact]
    public void A_board_ranks_ties_equally_and_gives_the_best_hundred_and_the_own_line() => SimulatedFixture.Run(async fixture =>
    {
        fixture.Boards.Lines =
        [
            new(Ann, "Ann", 900, 2), new(Guid.NewGuid(), "Bob", 900, 1),
            .. Enumerable.Range(0, 150).Select(number => new AccountLine(Guid.NewGuid(), $"P{number}", 800 - number, 1)), new(Last, "Zoe", 5, 1),
        ];
        var reading = await Board(fixture).Read(Last, 0);

        Assert.Equal([new(1, "Ann", 900, 2), new(1, "Bob", 900, 1), new(3, "P0", 800, 1)], reading.Top!.Value.Take(3));
        Assert.Equal((100, 153, new BoardLine(153, "Zoe", 5, 1)), (reading.Top.Value.Length, reading.Lines, reading.Own!));
        Assert.Null((await Board(fixture).Read(Guid.NewGuid(), 0)).Own);
    });

    [Fact]
    public void A_reader_gets_lines_only_when_one_has_changed() => SimulatedFixture.Run(async fixture =>
    {
        fixture.Boards.Lines = [new(Ann, "Ann", 900, 2)];
        var first = await Board(fixture).Read(Ann, 0);
        Assert.Equal((1, 1), (first.Version, first.Top!.Value.Length));
        Assert.Null((await Board(fixture).Read(Ann, first.Version)).Top);

        fixture.Boards.Lines = [];
        var second = await Board(fixture).Read(Ann, first.Version);
        Assert.Equal((2L, true), (second.Version, second.Top!.Value.IsEmpty));
    });

    [Fact]
    public void Readers_at_once_share_a_query_that_begins_after_their_calls() => SimulatedFixture.Run(async fixture =>
    {
        var gate = new TaskCompletionSource();
        fixture.Boards.Gate = gate.Task;
        var early = Board(fixture).Read(Ann, 0);
        await fixture.IdleAsync();
        var late = Enumerable.Range(0, 30).Select(_ => Board(fixture).Read(Ann, 0)).ToList();
        await fixture.IdleAsync();
        fixture.Boards.Lines = [new(Ann, "Ann", 900, 2)];
        gate.SetResult();
        await early;

        Assert.All(await Task.WhenAll(late), reading => Assert.Equal("Ann", reading.Top!.Value.Single().Name));
        Assert.Equal(2, fixture.Boards.Reads.Count);
    });

    [Fact]
    public void A_query_that_fails_fails_its_readers_and_not_the_next() => SimulatedFixture.Run(async fixture =>
    {
        fixture.Boards.Gate = Task.FromException(new TimeoutException());
        await Assert.ThrowsAsync<TimeoutException>(() => Board(fixture).Read(Ann, 0));
        fixture.Boards.Gate = Task.CompletedTask;
        Assert.Equal(0, (await Board(fixture).Read(Ann, 0)).Lines);
    });

    [Theory]
    [InlineData(true, "2026-11")]
    [InlineData(true, null)]
    [InlineData(false, "2026-11")]
    [InlineData(false, null)]
    public void A_key_names_its_board(bool ofQuiz, string? season)
    {
        var board = new BoardKey(ofQuiz ? Guid.NewGuid() : null, season);
        Assert.Equal(board, BoardKey.Parse(board.ToString()));
        var ofGroup = board with { GroupId = Guid.NewGuid() };
        Assert.Equal(ofGroup, BoardKey.Parse(ofGroup.ToString()));
    }

    [Theory]
    [InlineData("2026-11", true)]
    [InlineData("2026-13", false)]
    [InlineData("2026-1", false)]
    [InlineData("", false)]
    [InlineData("2026-11:", false)]
    public void A_season_is_a_month(string text, bool isSeason) => Assert.Equal(isSeason, BoardKey.IsSeason(text));

    [Fact]
    public void A_game_is_of_the_month_in_which_it_ended_in_UTC() =>
        Assert.Equal("2026-11", BoardKey.SeasonOf(new(2026, 12, 1, 0, 59, 59, TimeSpan.FromHours(1))));

    private static ILeaderboardGrain Board(SimulatedFixture fixture) => fixture.Grains.GetGrain<ILeaderboardGrain>(new BoardKey(null, "2026-11").ToString());
}
