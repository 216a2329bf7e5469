using Arena.Game.Events;
using Arena.Game.Rules;
using Arena.Game.Views;
using Arena.Game.Vocabulary;
using static Arena.TestKit.Games.Scenario;

namespace Arena.Game.Tests.Rules.Modes;

/// <summary>Race: the first with so many points.</summary>
public sealed class RaceRulesTests
{
    private static readonly SessionSettings ToThousand = new() { Mode = new RaceMode(1_000) };

    [Theory]
    [InlineData(999)]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(100_001)]
    [InlineData(int.MaxValue)]
    public void A_goal_is_a_thousand_to_a_hundred_thousand_points(int points) =>
        Given().When(Launch(new() { Mode = new RaceMode(points) }), at: 1).Then(GameErrorCode.OutOfRange);

    [Theory]
    [InlineData(1_000)]
    [InlineData(100_000)]
    public void The_bounds_of_a_goal_can_be_launched(int points) => Given().When(Launch(new() { Mode = new RaceMode(points) }), at: 1).ThenDone();

    [Fact]
    public void The_game_continues_until_a_player_has_reached_the_goal() =>
        Assert.Single(Given(Lobby(ToThousand, "Ann", "Bob"), Played(0, (0, 999, 0))).WhenHost(HostActionKind.Advance, at: 40_000).Events.OfType<StandingsShown>());

    [Fact]
    public void The_question_that_reaches_the_goal_is_revealed_and_then_the_game_ends()
    {
        var game = Given(Lobby(ToThousand, "Ann", "Bob"), Played(0, (0, 900, 100)));
        Assert.IsType<RevealView>(Viewer.Everyone(game.State).Phase);
        Assert.Equal(EndReason.Completed, game.WhenHost(HostActionKind.Advance, at: 40_000).The<SessionFinished>().Reason);
    }

    [Fact]
    public void Of_several_who_reach_it_at_once_the_one_with_the_most_points_wins()
    {
        var game = Given(Lobby(ToThousand, "Ann", "Bob"), Played(0, (0, 1000, 0), (1, 1000, 100)));
        Assert.Equal([2, 1], game.State.Players.Select(player => player.Rank));
    }

    [Fact]
    public void The_points_of_a_removed_player_do_not_count() =>
        Assert.Single(Given(Lobby(ToThousand, "Ann", "Bob"), Played(0, (0, 1000, 0)), Kicked(0, at: 35_000))
            .WhenHost(HostActionKind.Advance, at: 40_000).Events.OfType<StandingsShown>());

    [Fact]
    public void A_goal_that_no_player_reaches_leaves_the_end_to_the_questions() =>
        Given(Lobby(ToThousand, "Ann", "Bob"), Played(0), Played(1), Played(2)).WhenHost(HostActionKind.Advance, at: 40_000).The<SessionFinished>();
}
