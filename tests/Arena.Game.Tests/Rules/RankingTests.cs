using Arena.TestKit.Games;
using static Arena.TestKit.Games.Scenario;

namespace Arena.Game.Tests.Rules;

public sealed class RankingTests
{
    [Fact]
    public void Before_the_first_reveal_no_player_has_a_rank() =>
        Assert.Equal("0 0", Ranks(Given(Lobby("Ann", "Bob"), Asked(), Answered(0, 950))));

    [Fact]
    public void Equal_scores_share_a_rank_and_the_next_one_is_left_out() =>
        Assert.Equal("1 1 3", Ranks(Given(Lobby("Ann", "Bob", "Cid"), Played(0, (0, 900, 0), (1, 900, 0), (2, 800, 0)))));

    [Fact]
    public void Ties_further_down_share_too() =>
        Assert.Equal("4 1 2 2 4", Ranks(Given(Lobby("Ann", "Bob", "Cid", "Dan", "Eve"), Played(0, (1, 900, 0), (2, 800, 0), (3, 800, 0)))));

    [Fact]
    public void Among_equals_the_player_who_joined_first_is_listed_first() =>
        Assert.Equal([1, 0, 2], Given(Lobby("Ann", "Bob", "Cid"), Played(0, (0, 800, 0), (1, 900, 0), (2, 800, 0)))
            .State.Ranked().Select(player => player.Seat));

    [Fact]
    public void ToNext_is_the_gap_to_the_next_better_rank()
    {
        var game = Given(Lobby("Ann", "Bob", "Cid", "Dan", "Eve"), Played(0, (0, 1000, 0), (1, 900, 0), (2, 900, 0), (3, 600, 0)));
        Assert.Equal([0, 100, 100, 300, 600], game.State.Players.Select(player => player.ToNext));
    }

    [Fact]
    public void Those_who_share_the_first_rank_miss_nothing() =>
        Assert.Equal([0, 0], Given(Lobby("Ann", "Bob"), Played(0, (0, 900, 0), (1, 900, 0))).State.Players.Select(player => player.ToNext));

    [Fact]
    public void The_previous_rank_is_that_of_the_question_before()
    {
        var first = Given(Lobby("Ann", "Bob"), Played(0, (0, 900, 0)));
        Assert.Equal("- -", PreviousRanks(first));
        var second = new Situation(Played(1, (1, 1000, 0)).Events.Aggregate(first.Game, Decider.Evolve));
        Assert.Equal("2 1", Ranks(second));
        Assert.Equal("1 2", PreviousRanks(second));
    }

    [Fact]
    public void The_end_leaves_the_previous_rank_of_the_last_question() =>
        Assert.Equal("1 2", PreviousRanks(
            Given(Lobby("Ann", "Bob"), Played(0, (0, 900, 0)), Played(1, (1, 1000, 0)), Finished(40_000))));

    [Fact]
    public void A_skipped_question_leaves_the_ranks() =>
        Assert.Equal("1 2", Ranks(Given(Lobby("Ann", "Bob"), Played(0, (0, 900, 0)), Asked(1), Answered(1, 1000, round: 1), Skipped(1), GettingReady(2))));

    [Fact]
    public void A_late_joiner_has_no_rank_before_the_next_reveal_and_then_no_previous_one()
    {
        var joined = Given(Lobby("Ann", "Bob"), Played(0, (0, 900, 0)), Joined(2, "Cid"));
        Assert.Equal("1 2 0", Ranks(joined));
        var next = new Situation(Played(1, (2, 1000, 0)).Events.Aggregate(joined.Game, Decider.Evolve));
        Assert.Equal("2 3 1", Ranks(next));
        Assert.Equal("1 2 -", PreviousRanks(next));
    }

    [Fact]
    public void A_late_joiner_is_ranked_at_the_end() =>
        Assert.Equal("1 2 2", Ranks(Given(Lobby("Ann", "Bob"), Played(0, (0, 900, 0)), Joined(2, "Cid"), Finished(40_000))));

    [Fact]
    public void Players_behind_a_kicked_player_move_up()
    {
        var game = Given(Lobby("Ann", "Bob", "Cid"), Played(0, (0, 1000, 0), (1, 900, 0), (2, 700, 0)), Kicked(1, 35_000));
        Assert.Equal("1 0 2", Ranks(game));
        Assert.Equal(300, game.Player(2).ToNext);
    }

    [Fact]
    public void A_kick_before_the_first_reveal_gives_no_player_a_rank() =>
        Assert.Equal("0 0", Ranks(Given(Lobby("Ann", "Bob"), Kicked(1))));

    [Fact]
    public void A_kick_leaves_previous_ranks() =>
        Assert.Equal("1 3", PreviousRanks(Given(
            Lobby("Ann", "Bob", "Cid"), Played(0, (0, 1000, 0), (1, 900, 0)), Played(1, (2, 2000, 0)), Kicked(1, 35_000)), 0, 2));

    private static string Ranks(Situation game) => string.Join(' ', game.State.Players.Select(player => player.Rank));

    private static string PreviousRanks(Situation game, params int[] seats) => string.Join(' ', game.State.Players
        .Where(player => seats.Length == 0 || seats.Contains(player.Seat))
        .Select(player => player.PreviousRank?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"));
}
