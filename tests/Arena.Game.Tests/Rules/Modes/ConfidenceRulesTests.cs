using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.Questions;
using Arena.Game.Rules;
using Arena.Game.Vocabulary;
using Arena.TestKit.Games;
using static Arena.TestKit.Games.Scenario;

namespace Arena.Game.Tests.Rules.Modes;

/// <summary>Confidence: points that a player bets on an answer.</summary>
public sealed class ConfidenceRulesTests
{
    private static readonly SessionSettings Bets = new() { Mode = new ConfidenceMode() };

    [Theory]
    [InlineData(0, 950)]
    [InlineData(250, 1_200)]
    [InlineData(500, 1_450)]
    [InlineData(750, 1_700)]
    [InlineData(1_000, 1_950)]
    public void A_right_answer_earns_its_points_and_the_stake(int stake, int points)
    {
        var answer = Given(Lobby(Bets, "Ann"), Asked()).When(Answer(0, stake: stake), at: 12_000).The<AnswerAccepted>().Answer;
        Assert.Equal((stake, points), (answer.Stake, answer.Points));
    }

    [Theory]
    [InlineData(1_000, 750, -750)]
    [InlineData(1_000, 1_000, -1_000)]
    [InlineData(300, 1_000, -300)]
    [InlineData(0, 1_000, 0)]
    public void A_wrong_answer_takes_the_stake_but_not_more_than_there_is(int score, int stake, int points)
    {
        var game = Given(Lobby(Bets, "Ann"), Played(0, (0, score, 0)), Asked(1));
        Assert.Equal(points, game.When(Answer(0, choice: Wrong, round: 1, stake: stake), at: 12_000).The<AnswerAccepted>().Answer.Points);
    }

    [Fact]
    public void No_answer_and_one_that_is_right_in_part_lose_nothing()
    {
        var quiz = Quizzes.Of(EveryType.All.Select(sample => sample.Question).OfType<OrderQuestion>().First(), Quizzes.Question(1));
        var game = Given(Lobby(Bets, quiz, "Ann"), Asked());
        GameCommand Ordered(int stake) => new GameCommand.SubmitAnswer(Operation(60), 0, 0, new OrderAnswer([0, 1, 3, 2]), Opens + 2_000, 0) { Stake = stake };
        Assert.Equal(
            game.When(Ordered(0), at: 12_000).The<AnswerAccepted>().Answer.Points, game.When(Ordered(1_000), at: 12_000).The<AnswerAccepted>().Answer.Points);
        Assert.Equal(700, Given(Lobby(Bets, "Ann"), Played(0, (0, 700, 0)), Played(1)).Player(0).Score);
    }

    [Theory]
    [InlineData(-250)]
    [InlineData(100)]
    [InlineData(1_250)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void Only_the_stakes_that_there_are_can_be_bet(int stake) =>
        Given(Lobby(Bets, "Ann"), Asked()).When(Answer(0, stake: stake), at: 12_000).Then(GameErrorCode.StakeUnfit);

    [Fact]
    public void A_question_without_points_or_without_a_right_answer_takes_no_stake()
    {
        var quiz = Quizzes.Of(Quizzes.Question(0, points: 0), new PollQuestion(Operation(3), "Which?", Quizzes.Options(2), 20_000));
        Given(Lobby(Bets, quiz, "Ann"), Asked()).When(Answer(0, stake: 250), at: 12_000).Then(GameErrorCode.StakeUnfit);
        Given(Lobby(Bets, quiz, "Ann"), Asked(1)).When(Answer(0, round: 1, stake: 250), at: 12_000).Then(GameErrorCode.StakeUnfit);
        Given(Lobby(Bets, quiz, "Ann"), Asked(1)).When(Answer(0, round: 1), at: 12_000).ThenDone();
    }

    [Fact]
    public void Other_modes_take_no_stake() => Given(Lobby("Ann"), Asked()).When(Answer(0, stake: 250), at: 12_000).Then(GameErrorCode.StakeUnfit);

    [Fact]
    public void Only_the_player_sees_the_stake_and_what_became_of_it_with_the_reveal()
    {
        var game = Given(Lobby(Bets, "Ann", "Bob"), Asked()).When(Answer(0, stake: 500), at: 12_000).ThenDone();
        Assert.Equal((500, 0), (Viewer.Seat(game.State, game.Player(0)).Stake, Viewer.Seat(game.State, game.Player(1)).Stake));
        Assert.Null(Viewer.Seat(game.State, game.Player(0)).Result);
        var closed = game.WhenDue().ThenDone();
        var result = Viewer.Seat(closed.State, closed.Player(0)).Result!;
        Assert.Equal((500, 1_450), (result.Stake, result.Points));
    }

    [Fact]
    public void A_text_that_is_accepted_later_wins_the_stake_that_was_lost()
    {
        var capital = new TypedAnswerQuestion(Operation(6_000), "Capital?", ["Bern"], 20_000, 1000);
        var game = Given(Lobby(Bets, Quizzes.Of(Quizzes.Question(0), capital), "Ann"), Played(0, (0, 400, 0)), Asked(1))
            .When(new GameCommand.SubmitAnswer(Operation(60), 0, 1, new TextAnswer("Berna"), Opens + 2_000, 0) { Stake = 1_000 }, at: 12_000).ThenDone()
            .WhenDue().ThenDone();
        Assert.Equal(0, game.Player(0).Score);
        var accepted = game.WhenHost(new HostAction.AcceptAnswer(1, "Berna"), at: 35_000).ThenDone();
        Assert.Equal(400 + 950 + 1_000 + 100, accepted.Player(0).Score);
    }
}
