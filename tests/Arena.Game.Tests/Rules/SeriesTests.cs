using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.Rules;
using Arena.Game.Views;
using Arena.Game.Vocabulary;
using Arena.TestKit.Games;
using static Arena.TestKit.Games.Scenario;

namespace Arena.Game.Tests.Rules;

/// <summary>Games one after the other with the same players.</summary>
public sealed class SeriesTests
{
    private static readonly GameSeries Second = new(Operation(70), 2, MixesTeams: false);

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(GameSeries.MaxGames, true)]
    [InlineData(GameSeries.MaxGames + 1, false)]
    public void A_series_has_its_second_game_to_its_hundredth(int number, bool isAccepted)
    {
        var outcome = Given().When((GameCommand.Launch)Launch() with { Series = Second with { Number = number } }, at: 1);
        Assert.Equal(isAccepted, outcome.Decision is Decision.Accepted);
        Assert.Equal(isAccepted ? number : null, outcome.After.Game?.Series?.Number);
    }

    [Fact]
    public void A_player_brings_along_points_and_an_approved_name()
    {
        var approved = Given(Launching(new() { ApproveNames = true })).When(Coming("Ann", 4, 3_000, isApproved: true), at: 1)
            .Then(new PlayerJoined(1, 0, "Ann", Operation(50)) { Previous = new(4, 3_000, true) });
        Assert.Equal((4, 3_000, true), (approved.Player(0).PreviousSeat, approved.Player(0).SeriesPoints, approved.Player(0).Approved));
        Assert.Equal(0, approved.Player(0).Score);
        var held = Given(Launching(new() { ApproveNames = true })).When(Coming("Ann", 4, 3_000, isApproved: false), at: 1).ThenDone();
        Assert.False(held.Player(0).Approved);
    }

    [Fact]
    public void A_seat_of_the_previous_game_leads_to_one_seat_here_whatever_the_operation_is()
    {
        var here = Given(Launching()).When(Coming("Ann", 4, 3_000), at: 1).ThenDone();
        here.When(Coming("Bob", 4, 9_000, operation: 51), at: 2).Then();
        here.When(Join("Ann"), at: 2).Then();
        here.When(new GameCommand.Host(Operation(99), here.State.Step, new HostAction.Kick(0)), at: 3).ThenDone()
            .When(Coming("Ann", 4, 3_000, operation: 52), at: 4).Then(GameErrorCode.Kicked);
    }

    [Fact]
    public void Where_the_game_continues_none_nobody_brings_anything_along()
    {
        Given(Lobby()).When(Coming("Ann", 0, 0), at: 1).Then(GameErrorCode.OutOfRange);
        Given(Launching()).When(Coming("Ann", -1, 0), at: 1).Then(GameErrorCode.OutOfRange);
        Given(Launching()).When(Coming("Ann", 0, -1), at: 1).Then(GameErrorCode.OutOfRange);
    }

    [Fact]
    public void The_series_is_ranked_by_all_games_and_the_game_by_itself()
    {
        var played = Given(
            Launching(), Came(0, "Ann", 2_000), Came(1, "Bob", 900), Joined(2, "Zoe"), Played(0, (0, 500, 0), (1, 1_600, 0), (2, 1_000, 0)), Finished(60_000));
        Assert.Equal(
            [("Ann", 2_500, 1), ("Bob", 2_500, 1), ("Zoe", 1_000, 3)],
            Viewer.Everyone(played.State).Series!.Top.Select(line => (line.Nickname, line.Score, line.Rank)));
        Assert.Equal(["Bob", "Zoe", "Ann"], ((PodiumView)Viewer.Everyone(played.State).Phase).Podium.Select(line => line.Nickname));
        Assert.Equal(new SeatSeries(2_500, 1), Viewer.Seat(played.State, played.Player(1)).Series);
    }

    [Fact]
    public void The_lobby_shows_who_leads_and_a_question_does_not()
    {
        var lobby = Given(Launching(), Came(0, "Ann", 900), Came(1, "Bob", 2_000), Joined(2, "Zoe"), Came(3, "Cid", 5_000), Kicked(3));
        Assert.Equal(["Bob", "Ann"], Viewer.Everyone(lobby.State).Series!.Top.Select(line => line.Nickname));
        Assert.Equal(2, Viewer.Everyone(lobby.State).Series!.Number);
        Assert.Null(Viewer.Everyone(Given(Launching(), Came(0, "Ann", 900), Asked()).State).Series);
        Assert.Null(Viewer.Everyone(Given(Lobby("Ann")).State).Series);
        Assert.Null(Viewer.Seat(Given(Lobby("Ann")).State, Given(Lobby("Ann")).Player(0)).Series);
    }

    [Fact]
    public void Teams_are_ranked_by_what_their_players_earned_in_all_games_unless_players_were_put_into_new_ones()
    {
        GameEvent[] history =
        [
            Launching(new() { Teams = 3 }), InTeam(Came(0, "Ann", 2_000), 0), InTeam(Came(1, "Bob", 901), 1), InTeam(Joined(2, "Zoe"), 0),
            .. Played(0, (0, 500, 0), (1, 1_600, 0), (2, 1_000, 0)).Events,
        ];
        GameEvent[] over = [.. history, Finished(60_000)];
        Assert.Equal([new(0, 2, 1_750, 2), new(1, 1, 2_501, 1), new(2, 0, 0, 0)], Viewer.Everyone(Given(new PastEvents(over)).State).Series!.Teams);
        Assert.Equal([750, 1_600, 0], Viewer.Everyone(Given(new PastEvents(over)).State).Teams.Select(line => line.Score));

        GameEvent[] lobby = [.. over.Take(4)];
        Assert.Equal([1, 2, 0], Viewer.Everyone(Given(new PastEvents(lobby)).State).Series!.Teams.Select(line => line.Rank));

        GameEvent mixed = (SessionLaunched)over[0] with { Series = Second with { MixesTeams = true } };
        Assert.Empty(Viewer.Everyone(Given(new PastEvents([mixed, .. over.Skip(1)])).State).Series!.Teams);
        Assert.Empty(Viewer.Everyone(Given(Launching(), Came(0, "Ann", 900)).State).Series!.Teams);
    }

    /// <summary>The same commands in a game that continues another one, whose players bring points along.</summary>
    [Fact]
    public void What_players_bring_along_changes_no_score_and_no_rank_of_any_game() => RandomGames.All(play =>
    {
        var other = play.Events.Aggregate((State.GameState?)null, (state, happened) => Decider.Evolve(state, happened switch
        {
            SessionLaunched launched => launched with { Series = Second },
            PlayerJoined joined => joined with { Previous = new(joined.Seat, joined.Seat * 777 % 5_000, IsApproved: false) },
            _ => happened,
        }))!;
        Assert.Equal(play.Final.Players.Select(Figures), other.Players.Select(Figures));

        static (int, int, int, int) Figures(State.Player player) => (player.Score, player.Rank, player.Streak, player.ToNext);
    });

    private static GameEvent Launching(SessionSettings? settings = null) => (SessionLaunched)Launched(settings) with { Series = Second };

    private static GameEvent Came(int seat, string nickname, int points) => (PlayerJoined)Joined(seat, nickname) with { Previous = new(seat + 10, points, true) };

    private static GameEvent InTeam(GameEvent joined, int team) => (PlayerJoined)joined with { Team = team };

    private static GameCommand.Join Coming(string nickname, int seat, int points, bool isApproved = false, int operation = 50) =>
        (GameCommand.Join)Join(nickname, operation) with { Previous = new(seat, points, isApproved) };
}
