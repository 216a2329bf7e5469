using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.Questions;
using Arena.Game.Rules;
using Arena.Game.Views;
using Arena.Game.Vocabulary;
using Arena.TestKit.Games;
using static Arena.TestKit.Games.Scenario;

namespace Arena.Game.Tests.Rules.Modes;

/// <summary>Survivor: so many misses, and a player is out.</summary>
public sealed class SurvivorRulesTests
{
    private static readonly SessionSettings OneMiss = new() { Mode = new SurvivorMode(1) };
    private static readonly SessionSettings TwoMisses = new() { Mode = new SurvivorMode(2) };

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(11)]
    [InlineData(int.MaxValue)]
    public void A_player_may_miss_one_to_ten_questions(int misses) =>
        Given().When(Launch(new() { Mode = new SurvivorMode(misses) }), at: 1).Then(GameErrorCode.OutOfRange);

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public void As_many_misses_as_there_may_be_can_be_launched(int misses) =>
        Given().When(Launch(new() { Mode = new SurvivorMode(misses) }), at: 1).ThenDone();

    [Fact]
    public void A_game_without_a_mode_is_no_message() => Given().When(Launch(new() { Mode = null! }), at: 1).Then(GameErrorCode.InvalidMessage);

    [Fact]
    public void A_wrong_answer_and_none_are_misses_and_a_right_one_is_not()
    {
        var game = Given(Lobby(TwoMisses, "Ann", "Bob", "Cid"), Played(0, (0, 950, 0), (1, 0, 0)));
        Assert.Equal([2, 1, 1], game.State.Players.Select(player => Viewer.Seat(game.State, player).Lives));
        Assert.Equal([2, 1, 1], game.State.Players.Select(player => Viewer.Roster(game.State, player, connected: true).Lives));
    }

    [Fact]
    public void A_question_without_points_or_that_was_skipped_or_has_no_right_answer_is_missed_by_nobody()
    {
        var quiz = Quizzes.Of(Quizzes.Question(0, points: 0), new PollQuestion(Operation(3), "Which?", Quizzes.Options(2), 20_000), Quizzes.Question(2));
        var game = Given(Lobby(OneMiss, quiz, "Ann", "Bob"), Played(0), Asked(1), Closed(1), Asked(2), Skipped(2));
        Assert.Equal([1, 1], game.State.Players.Select(player => Viewer.Seat(game.State, player).Lives));
    }

    [Fact]
    public void An_answer_that_is_right_in_part_is_no_miss()
    {
        var game = Given(Lobby(OneMiss, Quizzes.Of(EveryType.All.Select(sample => sample.Question).OfType<OrderQuestion>().First()), "Ann"), Asked())
            .When(new GameCommand.SubmitAnswer(Operation(60), 0, 0, new OrderAnswer([0, 1, 3, 2]), Opens + 2_000, 0), at: 12_000).ThenDone()
            .WhenDue().ThenDone();
        Assert.Equal(Verdict.Partial, game.Player(0).Answers[0].Verdict);
        Assert.Equal(1, Viewer.Seat(game.State, game.Player(0)).Lives);
    }

    [Fact]
    public void An_eliminated_player_can_answer_and_earns_nothing()
    {
        var game = Given(Lobby(OneMiss, "Ann", "Bob", "Cid"), Played(0, (0, 0, 0), (1, 950, 0), (2, 950, 0)), Asked(1));
        var accepted = game.When(Answer(0, round: 1), at: 12_000);
        Assert.Equal((Verdict.Correct, 0, 0), (accepted.The<AnswerAccepted>().Answer.Verdict, accepted.The<AnswerAccepted>().Answer.Points, accepted.The<AnswerAccepted>().Answer.StreakBonus));
        var bonus = game.When(Answer(1, round: 1), at: 12_000).The<AnswerAccepted>().Answer;
        Assert.Equal((950, 100), (bonus.Points, bonus.StreakBonus));
    }

    [Fact]
    public void The_game_continues_with_two_survivors_and_ends_with_one()
    {
        var two = Given(Lobby(OneMiss, "Ann", "Bob", "Cid"), Played(0, (0, 950, 0), (1, 900, 0)));
        var one = Given(Lobby(OneMiss, "Ann", "Bob", "Cid"), Played(0, (0, 950, 0)));
        Assert.Single(two.WhenHost(HostActionKind.Advance, at: 40_000).Events.OfType<StandingsShown>());
        Assert.Equal(EndReason.Completed, one.WhenHost(HostActionKind.Advance, at: 40_000).The<SessionFinished>().Reason);
    }

    [Fact]
    public void The_game_ends_when_no_survivor_is_left() =>
        Given(Lobby(OneMiss, "Ann", "Bob"), Played(0)).WhenHost(HostActionKind.Advance, at: 40_000).The<SessionFinished>();

    [Fact]
    public void A_player_alone_plays_until_out()
    {
        var alone = Given(Lobby(OneMiss, "Ann"), Played(0, (0, 950, 0)));
        Assert.Single(alone.WhenHost(HostActionKind.Advance, at: 40_000).Events.OfType<StandingsShown>());
        Given(Lobby(OneMiss, "Ann"), Played(0)).WhenHost(HostActionKind.Advance, at: 40_000).The<SessionFinished>();
    }

    [Fact]
    public void The_game_ends_after_a_reveal_even_if_the_last_but_one_was_removed_there()
    {
        var game = Given(Lobby(OneMiss, "Ann", "Bob", "Cid"), Played(0, (0, 950, 0), (1, 900, 0)), Standings(), Kicked(1, at: 41_000));
        game.WhenHost(HostActionKind.Advance, at: 45_000).The<SessionFinished>();
    }

    [Fact]
    public void Those_who_are_in_come_first_then_those_who_were_in_longest_and_points_decide_among_equals()
    {
        var game = Given(
            Lobby(TwoMisses, "Ann", "Bob", "Cid", "Dee"),
            Played(0, (0, 1000, 0), (1, 0, 0), (2, 500, 0), (3, 0, 0)),
            Played(1, (0, 0, 0), (1, 0, 0), (2, 500, 0), (3, 900, 0)),
            Played(2, (0, 0, 0), (2, 500, 0), (3, 900, 0)));
        Assert.Equal([3, 4, 2, 1], game.State.Players.Select(player => player.Rank));
        Assert.Equal([0, 0, 300, 0], game.State.Players.Select(player => player.ToNext));
    }

    [Fact]
    public void A_late_joiner_has_missed_the_questions_before()
    {
        var game = Given(Lobby(TwoMisses, "Ann", "Bob"), Played(0, (0, 950, 0)), Joined(2, "Cid", at: 35_000));
        Assert.Equal(1, Viewer.Seat(game.State, game.Player(2)).Lives);
        var eliminated = Given(Lobby(OneMiss, "Ann", "Bob", "Dee"), Played(0, (0, 950, 0), (1, 900, 0)), Joined(3, "Cid", at: 35_000), Asked(1));
        Assert.Equal(0, eliminated.When(Answer(3, round: 1), at: 12_000).The<AnswerAccepted>().Answer.Points);
    }

    [Fact]
    public void A_text_that_is_accepted_gives_the_life_and_the_points_back()
    {
        var capital = new TypedAnswerQuestion(Operation(6_000), "Capital?", ["Bern"], 20_000, 1000);
        var game = Given(Lobby(OneMiss, Quizzes.Of(capital, Quizzes.Question(1)), "Ann", "Bob"), Asked())
            .When(new GameCommand.SubmitAnswer(Operation(60), 0, 0, new TextAnswer("Berna"), Opens + 2_000, 0), at: 12_000).ThenDone()
            .WhenDue().ThenDone();
        Assert.Equal([0, 0], game.State.Players.Select(player => Viewer.Seat(game.State, player).Lives));
        var accepted = game.WhenHost(new HostAction.AcceptAnswer(0, "Berna"), at: 35_000).ThenDone();
        Assert.Equal([1, 0], accepted.State.Players.Select(player => Viewer.Seat(accepted.State, player).Lives));
        Assert.Equal((950, 1), (accepted.Player(0).Score, accepted.Player(0).Rank));
    }

    [Fact]
    public void Everyone_sees_the_mode_and_the_lives_of_the_first()
    {
        var game = Given(Lobby(TwoMisses, "Ann", "Bob"), Played(0, (0, 950, 0)), Standings());
        Assert.Equal(new SurvivorMode(2), Viewer.Everyone(game.State).Mode);
        Assert.Equal([2, 1], Assert.IsType<StandingsView>(Viewer.Everyone(game.State).Phase).Top.Select(line => line.Lives));
    }

    /// <summary>A classic game counts no lives, and says nothing of them.</summary>
    [Fact]
    public void Other_modes_have_no_lives()
    {
        var game = Given(Lobby("Ann"), Played(0));
        Assert.Null(Viewer.Seat(game.State, game.Player(0)).Lives);
        Assert.Empty(game.Player(0).Missed);
    }
}
