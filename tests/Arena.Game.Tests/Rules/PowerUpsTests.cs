using System.Text.Json;
using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.Questions;
using Arena.Game.Rules;
using Arena.Game.Rules.PowerUps;
using Arena.Game.State;
using Arena.Game.Views;
using Arena.Game.Vocabulary;
using Arena.TestKit.Games;
using static Arena.TestKit.Games.Scenario;

namespace Arena.Game.Tests.Rules;

/// <summary>A player uses a power-up on the open question.</summary>
public sealed class PowerUpsTests
{
    private static readonly SessionSettings On = new() { PowerUps = new() };

    [Fact]
    public void Every_kind_is_a_row_of_the_catalogue_whose_effect_json_says_all_of_it()
    {
        Assert.Equal(Enum.GetValues<PowerUpKind>(), PowerUp.All.Select(powerUp => powerUp.Kind));
        Assert.All(PowerUp.All, powerUp =>
        {
            var json = JsonSerializer.Serialize(powerUp.Effect, JsonSerializerOptions.Web);
            Assert.Equal(powerUp.Effect, JsonSerializer.Deserialize<PowerUpEffect>(json, JsonSerializerOptions.Web));
            Assert.StartsWith($$"""{"kind":"{{JsonNamingPolicy.CamelCase.ConvertName(powerUp.Kind.ToString())}}""", json, StringComparison.Ordinal);
            Assert.All(powerUp.Types, type => Assert.Contains(EveryType.All, sample => sample.Question.Type == type && sample.Question.IsScored()));
        });
    }

    [Fact]
    public void Double_points_double_what_a_right_answer_earns_and_not_its_bonus()
    {
        var game = Given(Lobby(On, "Ann"), Earned(0, PowerUpKind.DoublePoints), Played(0, (0, 950, 0)), Asked(1));
        var answered = game.When(UsePowerUp(0, PowerUpKind.DoublePoints, round: 1), at: 11_000).ThenDone()
            .When(Answer(0, round: 1, operation: 61), at: 12_000).The<AnswerAccepted>().Answer;
        Assert.Equal((1_900, 100), (answered.Points, answered.StreakBonus));
    }

    [Fact]
    public void Double_points_follow_the_hint_and_do_not_double_what_a_wrong_answer_takes()
    {
        var question = Quizzes.Question(0) with { Hint = new("It is not A.", 50), Options = [new("A", false) { Weight = -0.5 }, new("B", true)] };
        var game = Given(Lobby(On, Quizzes.Of(question), "Ann"), Earned(0, PowerUpKind.DoublePoints), Asked())
            .When(UsePowerUp(0, PowerUpKind.DoublePoints), at: 11_000).ThenDone().When(UseHint(0), at: 11_500).ThenDone();
        Assert.Equal(950, game.When(Answer(0), at: 12_000).The<AnswerAccepted>().Answer.Points);
        Assert.Equal(-475, game.When(Answer(0, choice: Wrong), at: 12_000).The<AnswerAccepted>().Answer.Points);
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(5, 2)]
    [InlineData(8, 4)]
    public void A_5050_removes_half_of_the_options_but_the_right_one_and_one_wrong_one_the_same_for_all(int options, int removed)
    {
        var quiz = Quizzes.Of(Quizzes.Question(0, options: options));
        var game = Given(Lobby(On, quiz, "Ann", "Bob"), Earned(0, PowerUpKind.FiftyFifty), Earned(1, PowerUpKind.FiftyFifty), Asked());
        var first = game.When(UsePowerUp(0, PowerUpKind.FiftyFifty), at: 11_000);
        var use = first.The<PowerUpUsed>().Use;
        Assert.Equal(removed, use.Removed.Length);
        Assert.DoesNotContain(Right, use.Removed);
        var second = first.ThenDone().When(UsePowerUp(1, PowerUpKind.FiftyFifty, operation: 67), at: 12_000);
        Assert.Equal(use.Removed, second.The<PowerUpUsed>().Use.Removed);
        Assert.Equal(use.Removed, Viewer.Seat(first.After.State, first.After.Player(0)).PowerUp!.Removed);
        Assert.Null(Viewer.Seat(first.After.State, first.After.Player(1)).PowerUp);
    }

    [Fact]
    public void A_5050_needs_a_choice_of_three_with_one_right_option()
    {
        var two = Quizzes.Question(0) with { Options = [new("A", true), new("B", true), new("C", false)] };
        var nearly = Quizzes.Question(0) with { Options = [new("A", false) { Weight = 0.5 }, new("B", true), new("C", false)] };
        Question[] unfit = [Quizzes.Question(0, options: 2), Quizzes.TrueFalse(), two, nearly];
        Assert.All(unfit, question => Using(PowerUpKind.FiftyFifty, question).Then(GameErrorCode.PowerUpUnfit));
    }

    /// <summary>The share of one's own time is the same for all, and so is what a fast answer is worth.</summary>
    [Theory]
    [InlineData(PlayerTime.Normal, 30_000)]
    [InlineData(PlayerTime.Longer, 45_000)]
    [InlineData(PlayerTime.Double, 60_000)]
    public void Extra_time_is_half_of_the_players_own(PlayerTime time, int ownMs)
    {
        var game = Given(Lobby(On, "Ann", "Bob"), Earned(0, PowerUpKind.ExtraTime), Granted(0, time), Asked(), Answered(1, 950))
            .When(UsePowerUp(0, PowerUpKind.ExtraTime), at: 11_000).ThenDone();
        game = game.WhenDue().Then(Overtime());
        Assert.Equal(Opens + ownMs + 300, Decider.NextDeadline(game.State));
        Assert.Equal(500, game.When(Answer(0, elapsed: ownMs), at: Opens + ownMs).The<AnswerAccepted>().Answer.Points);
        game.When(Answer(0, elapsed: ownMs + 1), at: Opens + ownMs + 1).Then(GameErrorCode.TooLate);
        Assert.Equal(750, game.When(Answer(0, elapsed: ownMs / 2), at: Opens + (ownMs / 2)).ThenDone().Player(0).Pending!.Points);
    }

    [Fact]
    public void Extra_time_has_no_effect_without_a_limit()
    {
        Using(PowerUpKind.ExtraTime, Quizzes.Question(0) with { TimeLimitMs = null }).Then(GameErrorCode.PowerUpUnfit);
        Using(PowerUpKind.ExtraTime, settings: On with { Untimed = true }).Then(GameErrorCode.PowerUpUnfit);
        Given(Lobby(On, "Ann"), Earned(0, PowerUpKind.ExtraTime), Granted(0, PlayerTime.Unlimited), Asked())
            .When(UsePowerUp(0, PowerUpKind.ExtraTime), at: 11_000).Then(GameErrorCode.PowerUpUnfit);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_freeze_keeps_the_row_of_a_wrong_answer_and_of_none(bool answers)
    {
        var game = Given(Lobby(On, "Ann"), Earned(0, PowerUpKind.StreakFreeze), Played(0, (0, 950, 0)), Asked(1))
            .When(UsePowerUp(0, PowerUpKind.StreakFreeze, round: 1), at: 11_000).ThenDone();
        game = answers ? game.When(Answer(0, choice: Wrong, round: 1, operation: 61), at: 12_000).ThenDone() : game;
        Assert.Equal((1, 950), (game.WhenDue().After.Player(0).Streak, game.WhenDue().After.Player(0).Score));
    }

    [Fact]
    public void A_freeze_needs_a_row_to_keep_and_lets_a_right_answer_continue_it()
    {
        Using(PowerUpKind.StreakFreeze).Then(GameErrorCode.PowerUpUnfit);
        var game = Given(Lobby(On, "Ann"), Earned(0, PowerUpKind.StreakFreeze), Played(0, (0, 950, 0)), Asked(1))
            .When(UsePowerUp(0, PowerUpKind.StreakFreeze, round: 1), at: 11_000).ThenDone()
            .When(Answer(0, round: 1, operation: 61), at: 12_000).ThenDone();
        Assert.Equal(2, game.WhenDue().After.Player(0).Streak);
    }

    [Fact]
    public void Of_two_answers_the_better_one_counts_the_second_for_half_of_its_points()
    {
        var first = Given(Lobby(On, "Ann", "Bob"), Earned(0, PowerUpKind.SecondChance), Asked())
            .When(Answer(0, choice: Wrong), at: 12_000).ThenDone()
            .When(UsePowerUp(0, PowerUpKind.SecondChance), at: 12_500).ThenDone();
        var second = first.When(Answer(0, elapsed: 4_000, operation: 61), at: 14_000);
        Assert.Equal(450, second.The<SecondAnswerAccepted>().Answer.Points);
        var closed = second.ThenDone().WhenDue().After;
        Assert.Equal((450, 1), (closed.Player(0).Score, closed.Player(0).Streak));
        var answer = Assert.Single(closed.Player(0).Answers);
        Assert.Equal((true, Wrong), (answer.IsSecond, ((ChoiceAnswer)answer.Other!.Value).Option));
        Assert.Equal([0, 1, 0, 0], ((CountsTally)((Phase.Revealing)closed.State.Phase).Tally).Counts);
        Assert.Equal((true, PowerUpKind.SecondChance), (Viewer.Seat(closed.State, closed.Player(0)).Result!.IsSecond, Viewer.Seat(closed.State, closed.Player(0)).Result!.PowerUp));

        var worse = Given(Lobby(On, "Ann", "Bob"), Earned(0, PowerUpKind.SecondChance), Asked())
            .When(UsePowerUp(0, PowerUpKind.SecondChance), at: 11_000).ThenDone()
            .When(Answer(0), at: 12_000).ThenDone()
            .When(Answer(0, elapsed: 4_000, choice: Wrong, operation: 61), at: 14_000).ThenDone().WhenDue().After;
        Assert.Equal((950, 1), (worse.Player(0).Score, worse.Player(0).Streak));
    }

    /// <summary>Neither the acknowledgements nor the views depend on which of the two is right, before the question closes.</summary>
    [Fact]
    public void A_second_answer_reveals_nothing_and_there_is_no_third()
    {
        var game = Given(Lobby(On, "Ann", "Bob"), Earned(0, PowerUpKind.SecondChance), Asked())
            .When(UsePowerUp(0, PowerUpKind.SecondChance), at: 11_000).ThenDone();
        var views = new[] { (Right, Wrong), (Wrong, Right) }.Select(order =>
        {
            var answered = game.When(Answer(0, choice: order.Item1), at: 12_000).ThenDone()
                .When(Answer(0, elapsed: 4_000, choice: order.Item2, operation: 61), at: 14_000).ThenDone();
            var view = Viewer.Seat(answered.State, answered.Player(0));
            Assert.Equal((order.Item1, order.Item2), (((ChoiceAnswer)view.Chosen!).Option, ((ChoiceAnswer)view.SecondChosen!).Option));
            answered.When(Answer(0, elapsed: 5_000, operation: 62), at: 15_000).Then(GameErrorCode.AlreadyAnswered);
            Assert.False(Decider.MayAnswer((Phase.Asking)answered.State.Phase, answered.Player(0)));
            return Text.View(view with { Chosen = null, SecondChosen = null });
        }).ToArray();
        Assert.Equal(views[0], views[1]);
    }

    [Fact]
    public void The_question_waits_for_a_second_answer_with_the_stake_of_the_first()
    {
        var game = Given(Lobby(On with { Mode = new ConfidenceMode() }, "Ann"), Earned(0, PowerUpKind.SecondChance), Played(0, (0, 950, 0)), Asked(1))
            .When(UsePowerUp(0, PowerUpKind.SecondChance, round: 1), at: 11_000).ThenDone()
            .When(Answer(0, choice: Wrong, round: 1, operation: 61, stake: 500), at: 12_000).ThenDone();
        Assert.True(Decider.MayAnswer((Phase.Asking)game.State.Phase, game.Player(0)));
        game.When(Answer(0, round: 1, operation: 62, stake: 250), at: 12_000).Then(GameErrorCode.StakeUnfit);
        Assert.Equal(475 + 500, game.When(Answer(0, round: 1, operation: 62, stake: 500), at: 12_000).The<SecondAnswerAccepted>().Answer.Points);
    }

    [Fact]
    public void An_answer_that_a_host_accepts_later_may_be_the_second_one()
    {
        var quiz = Quizzes.Of(new TypedAnswerQuestion(Operation(6_000), "Capital?", ["Bern"], 20_000, 1000), Quizzes.Question(1));
        var game = Given(Lobby(On, quiz, "Ann"), Earned(0, PowerUpKind.SecondChance), Asked())
            .When(UsePowerUp(0, PowerUpKind.SecondChance), at: 11_000).ThenDone();
        foreach (var (text, number) in new[] { ("Basel", 60), ("Berna", 61) })
            game = game.When(new GameCommand.SubmitAnswer(Operation(number), 0, 0, new TextAnswer(text), 12_000, 0), at: 12_000).ThenDone();
        game = game.WhenDue().ThenDone().WhenHost(new HostAction.AcceptAnswer(0, "Berna"), at: 35_000).ThenDone();
        Assert.Equal((475, 1, true), (game.Player(0).Score, game.Player(0).Streak, game.Player(0).Answers[0].IsSecond));
    }

    [Fact]
    public void A_shield_keeps_a_stake_and_a_life()
    {
        var bets = Given(Lobby(On with { Mode = new ConfidenceMode() }, "Ann"), Earned(0, PowerUpKind.Shield), Played(0, (0, 950, 0)), Asked(1))
            .When(UsePowerUp(0, PowerUpKind.Shield, round: 1), at: 11_000).ThenDone();
        Assert.Equal(0, bets.When(Answer(0, choice: Wrong, round: 1, operation: 61, stake: 500), at: 12_000).The<AnswerAccepted>().Answer.Points);
        var lives = Given(Lobby(On with { Mode = new SurvivorMode(1) }, "Ann", "Bob"), Earned(0, PowerUpKind.Shield), Asked())
            .When(UsePowerUp(0, PowerUpKind.Shield), at: 11_000).ThenDone().WhenDue().After;
        Assert.Equal((1, 0), (Viewer.Seat(lives.State, lives.Player(0)).Lives, Viewer.Seat(lives.State, lives.Player(1)).Lives));
    }

    [Theory]
    [InlineData(Wrong, 900)] // The average of the other two.
    [InlineData(Right, 917)] // 950, 850 and 950.
    public void A_shield_keeps_a_miss_out_of_the_teams_average(int choice, int team)
    {
        var teams = new PastEvents(
        [
            .. Lobby(On with { Teams = 2 }).Events,
            .. Enumerable.Range(0, 3).Select(seat => new PlayerJoined(0, seat, $"P{seat}", Operation(seat + 1)) { Team = 0 }),
        ]);
        var game = Given(teams, Earned(0, PowerUpKind.Shield), Asked(), Answered(1, 950), Answered(2, 850))
            .When(UsePowerUp(0, PowerUpKind.Shield), at: 11_000).ThenDone()
            .When(Answer(0, choice: choice), at: 12_000).ThenDone().WhenDue().After;
        Assert.Equal(team, Viewer.Everyone(game.State).Teams[0].Score);
        Assert.Equal(choice == Right ? 950 : 0, game.Player(0).Score);
    }

    [Fact]
    public void A_shield_needs_something_to_lose()
    {
        Using(PowerUpKind.Shield).Then(GameErrorCode.PowerUpUnfit);
        var alone = new PastEvents([.. Lobby(On with { Teams = 2 }).Events, new PlayerJoined(0, 0, "Ann", Operation(1)) { Team = 0 }]);
        Given(alone, Earned(0, PowerUpKind.Shield), Asked()).When(UsePowerUp(0, PowerUpKind.Shield), at: 11_000).Then(GameErrorCode.PowerUpUnfit);
    }

    [Fact]
    public void One_a_question_and_repeating_the_command_changes_nothing()
    {
        var used = Asking(PowerUpKind.DoublePoints, PowerUpKind.ExtraTime).When(UsePowerUp(0, PowerUpKind.DoublePoints), at: 11_000).ThenDone();
        used.When(UsePowerUp(0, PowerUpKind.DoublePoints), at: 11_500).ThenNothing();
        used.When(UsePowerUp(0, PowerUpKind.ExtraTime, operation: 67), at: 11_500).Then(GameErrorCode.PowerUpInUse);
        used.WhenDue().ThenDone().When(UsePowerUp(0, PowerUpKind.DoublePoints), at: 35_000).ThenNothing();
        Assert.Equal([PowerUpKind.ExtraTime], used.Player(0).PowerUps);
    }

    [Fact]
    public void A_skip_gives_it_back_and_undoing_the_skip_uses_it_again()
    {
        var used = Asking(PowerUpKind.DoublePoints).When(UsePowerUp(0, PowerUpKind.DoublePoints), at: 11_000).ThenDone();
        var skipped = used.WhenHost(HostActionKind.Skip, at: 12_000).ThenDone();
        Assert.Equal([PowerUpKind.DoublePoints], skipped.Player(0).PowerUps);
        skipped.When(UsePowerUp(0, PowerUpKind.DoublePoints), at: 12_100).ThenNothing();
        var undone = skipped.WhenHost(HostActionKind.UndoSkip, at: 13_000, operation: 98).ThenDone();
        Assert.Empty(undone.Player(0).PowerUps);
        Assert.Equal(1_900, undone.When(Answer(0, elapsed: 3_000), at: 13_100).The<AnswerAccepted>().Answer.Points);
    }

    [Fact]
    public void What_makes_no_sense_is_refused_and_stays_in_hand()
    {
        Asking(PowerUpKind.ExtraTime).When(UsePowerUp(0, PowerUpKind.DoublePoints), at: 11_000).Then(GameErrorCode.NoPowerUp);
        Asking().When(UsePowerUp(0, (PowerUpKind)99), at: 11_000).Then(GameErrorCode.NoPowerUp);
        Given(Lobby("Ann"), Earned(0, PowerUpKind.DoublePoints), Asked()).When(UsePowerUp(0, PowerUpKind.DoublePoints), at: 11_000).Then(GameErrorCode.NoPowerUp);
        Using(PowerUpKind.DoublePoints, Quizzes.Question(0, points: 0)).Then(GameErrorCode.PowerUpUnfit);
        Using(PowerUpKind.SecondChance, Quizzes.TrueFalse()).Then(GameErrorCode.PowerUpUnfit);
        Assert.All(
            EveryType.All.Where(sample => !sample.Question.IsScored()),
            sample => Using(PowerUpKind.DoublePoints, sample.Question).Then(GameErrorCode.PowerUpUnfit));

        var game = Asking(PowerUpKind.DoublePoints);
        game.When(UsePowerUp(0, PowerUpKind.DoublePoints), at: Opens - 1).Then(GameErrorCode.TooEarly);
        game.When(UsePowerUp(0, PowerUpKind.DoublePoints), at: Closes + 1).Then(GameErrorCode.TooLate);
        game.When(UsePowerUp(0, PowerUpKind.DoublePoints, round: 1), at: 11_000).Then(GameErrorCode.TooEarly);
        game.When(UsePowerUp(0, PowerUpKind.DoublePoints, round: 9), at: 11_000).Then(GameErrorCode.OutOfRange);
        game.When(UsePowerUp(0, PowerUpKind.DoublePoints, issue: 1), at: 11_000).Then(GameErrorCode.SeatHandedOver);
        game.When(UsePowerUp(9, PowerUpKind.DoublePoints), at: 11_000).Then(GameErrorCode.UnknownSeat);
        game.When(Answer(0), at: 12_000).ThenDone().When(UsePowerUp(0, PowerUpKind.DoublePoints), at: 12_500).Then(GameErrorCode.AlreadyAnswered);
        game.WhenHost(new HostAction.Kick(0), at: 11_000).ThenDone().When(UsePowerUp(0, PowerUpKind.DoublePoints), at: 11_500).Then(GameErrorCode.Kicked);
        game.When(new GameCommand.UsePowerUp(Guid.Empty, 0, 0, PowerUpKind.DoublePoints), at: 11_000).Then(GameErrorCode.InvalidMessage);
    }

    [Fact]
    public void A_player_who_is_out_can_use_none()
    {
        var game = Given(Lobby(On with { Mode = new SurvivorMode(1) }, "Ann", "Bob", "Zoe"), Earned(0, PowerUpKind.DoublePoints), Played(0, (1, 950, 0), (2, 950, 0)), Asked(1));
        game.When(UsePowerUp(0, PowerUpKind.DoublePoints, round: 1), at: 11_000).Then(GameErrorCode.PowerUpUnfit);
    }

    [Fact]
    public void The_player_alone_sees_the_hand_and_everyone_which_kinds_have_an_effect_and_how_many_were_used()
    {
        var game = Asking(PowerUpKind.DoublePoints, PowerUpKind.Shield);
        Assert.Equal([PowerUpKind.DoublePoints, PowerUpKind.Shield], Viewer.Seat(game.State, game.Player(0)).PowerUps);
        Assert.Empty(Viewer.Seat(game.State, game.Player(1)).PowerUps);
        Assert.Equal(
            [PowerUpKind.DoublePoints, PowerUpKind.FiftyFifty, PowerUpKind.ExtraTime, PowerUpKind.StreakFreeze, PowerUpKind.SecondChance],
            Assert.IsType<AskingView>(Viewer.Everyone(game.State).Phase).PowerUps);
        Assert.Empty(Assert.IsType<AskingView>(Viewer.Everyone(Given(Lobby("Ann"), Asked()).State).Phase).PowerUps);
        var closed = game.When(UsePowerUp(0, PowerUpKind.DoublePoints), at: 11_000).ThenDone().WhenDue().After;
        Assert.Equal((1, 1), (Assert.IsType<RevealView>(Viewer.Everyone(closed.State).Phase).PowerUps, closed.State.Rounds[0].PowerUps));
        Assert.Equal([1, 0], closed.State.Players.Select(player => Viewer.Roster(closed.State, player, connected: true).PowerUps));
    }

    private static Situation Asking(params PowerUpKind[] hand) => Given(Lobby(On, "Ann", "Bob"), Earned(0, hand), Asked());

    private static Outcome Using(PowerUpKind kind, Question? question = null, SessionSettings? settings = null) =>
        Given(Lobby(settings ?? On, Quizzes.Of(question ?? Quizzes.Question(0), Quizzes.Question(1)), "Ann"), Earned(0, kind), Asked())
            .When(UsePowerUp(0, kind), at: 11_000);
}
