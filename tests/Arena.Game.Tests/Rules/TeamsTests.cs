using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.Rules;
using Arena.TestKit.Games;
using Arena.Game.Views;
using Arena.Game.Vocabulary;
using static Arena.TestKit.Games.Scenario;

namespace Arena.Game.Tests.Rules;

/// <summary>Players in teams: who is where, and how teams compare.</summary>
public sealed class TeamsTests
{
    private static readonly SessionSettings Three = new() { Teams = 3 };

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(9)]
    public void There_are_two_to_eight_teams_or_none(int teams) => Given().When(Launch(new() { Teams = teams }), at: 1).Then(GameErrorCode.OutOfRange);

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(8)]
    public void As_many_teams_as_there_may_be_can_be_launched(int teams) => Given().When(Launch(new() { Teams = teams }), at: 1).ThenDone();

    [Fact]
    public void A_player_is_in_the_team_that_was_chosen() =>
        Given(Lobby(Three)).When(Join("Ann", team: 2), at: 1).Then(new PlayerJoined(1, 0, "Ann", Operation(50)) { Team = 2 });

    [Fact]
    public void A_player_who_chooses_no_team_joins_the_first_of_the_smallest()
    {
        var game = Given(Launched(Three));
        foreach (var (name, team, expected) in ((string, int?, int)[])[("Ann", null, 0), ("Bob", 0, 0), ("Cid", null, 1), ("Dee", null, 2), ("Eve", null, 1)])
        {
            game = game.When(Join(name, operation: name[0], team: team), at: 1).ThenDone();
            Assert.Equal(expected, game.State.Players[^1].Team);
        }
    }

    [Fact]
    public void A_removed_player_frees_a_place_in_the_team() =>
        Given(In(0, 1, 2), Kicked(1)).When(Join("Zoe"), at: 9_000).Then(new PlayerJoined(9_000, 3, "Zoe", Operation(50)) { Team = 1 });

    [Theory]
    [InlineData(3)]
    [InlineData(-1)]
    public void A_team_that_does_not_exist_cannot_be_chosen(int team) => Given(Lobby(Three)).When(Join("Ann", team: team), at: 1).Then(GameErrorCode.OutOfRange);

    [Fact]
    public void Where_there_are_no_teams_none_can_be_chosen()
    {
        Given(Lobby()).When(Join("Ann", team: 0), at: 1).Then(GameErrorCode.OutOfRange);
        Given(Lobby()).When(Join("Ann"), at: 1).Then(new PlayerJoined(1, 0, "Ann", Operation(50)));
        Assert.Empty(Viewer.Everyone(Given(Lobby("Ann")).State).Teams);
    }

    [Fact]
    public void A_host_moves_a_player_and_the_points_go_along()
    {
        var game = Given(In(0, 0, 1), Played(0, (0, 900, 0), (1, 500, 0))).When(Move(0, to: 1), at: 31_000)
            .Then(Commanded(31_000), new PlayerMoved(31_000, 0, 1));

        Assert.Equal(1, Viewer.Seat(game.State, game.Player(0)).Team);
        Assert.Equal(1, Viewer.Roster(game.State, game.Player(0), connected: true).Team);
        Assert.Equal([new TeamLine(0, 1, 500, 1), new TeamLine(1, 2, 450, 2), new TeamLine(2, 0, 0, 0)], Viewer.Everyone(game.State).Teams);
    }

    [Fact]
    public void A_player_already_in_the_team_is_not_moved() => Given(In(0, 1)).When(Move(1, to: 1), at: 9).Then(Commanded(9));

    [Theory]
    [InlineData(0, 3, GameErrorCode.OutOfRange)]
    [InlineData(0, -1, GameErrorCode.OutOfRange)]
    [InlineData(7, 0, GameErrorCode.UnknownSeat)]
    [InlineData(1, 0, GameErrorCode.Kicked)]
    public void An_invalid_move_is_refused(int seat, int team, GameErrorCode refusal) =>
        Given(In(0, 1), Kicked(1)).When(Move(seat, to: team), at: 9_000).Then(refusal);

    [Fact]
    public void Without_teams_no_player_is_moved() => Given(Lobby("Ann")).When(Move(0, to: 0), at: 9).Then(GameErrorCode.NotNow);

    [Fact]
    public void A_team_s_score_is_the_average_of_its_players_so_that_its_size_does_not_matter()
    {
        var game = Given(In(0, 0, 0, 1, 2), Played(0, (0, 1_000, 0), (1, 1_000, 0), (2, 1, 0), (3, 700, 0)));

        Assert.Equal([new TeamLine(0, 3, 667, 2), new TeamLine(1, 1, 700, 1), new TeamLine(2, 1, 0, 3)], Viewer.Everyone(game.State).Teams);
    }

    [Fact]
    public void A_half_is_rounded_up_and_equal_scores_share_a_rank()
    {
        var game = Given(In(0, 0, 1, 2), Played(0, (0, 1, 0), (2, 1, 0)));

        Assert.Equal([(1, 1), (1, 1), (0, 3)], Viewer.Everyone(game.State).Teams.Select(line => (line.Score, line.Rank)));
    }

    [Fact]
    public void Removed_players_do_not_count_and_an_empty_team_has_no_rank()
    {
        var game = Given(In(0, 0, 1), Played(0, (0, 1_000, 0), (2, 600, 0)), Kicked(1, at: 31_000), Kicked(2, at: 32_000));

        Assert.Equal([new TeamLine(0, 1, 1_000, 1), new TeamLine(1, 0, 0, 0), new TeamLine(2, 0, 0, 0)], Viewer.Everyone(game.State).Teams);
    }

    [Fact]
    public void Answers_to_the_open_question_do_not_show_in_a_team_s_score()
    {
        var game = Given(In(0, 1), Asked(), Answered(0, 950));

        Assert.Equal([new TeamLine(0, 1, 0, 0), new TeamLine(1, 1, 0, 0), new TeamLine(2, 0, 0, 0)], Viewer.Everyone(game.State).Teams);
    }

    [Fact]
    public void Standings_and_podium_show_each_player_s_team()
    {
        var ended = Given(In(2, 0), Played(0, (0, 900, 0)), Finished(50_000));

        var podium = Assert.IsType<PodiumView>(Viewer.Everyone(ended.State).Phase).Podium;
        Assert.Equal([2, 0], podium.Select(line => line.Team));
    }

    /// <summary>A lobby of three teams with a player in each of these.</summary>
    private static PastEvents In(params int[] teams) => new(
    [
        Launched(Three),
        .. teams.Select((team, seat) => new PlayerJoined(0, seat, $"P{seat}", Operation(seat + 1)) { Team = team }),
    ]);

    private static GameCommand.Host Move(int seat, int to) => new(Operation(99), 0, new HostAction.MoveToTeam(seat, to));
}
