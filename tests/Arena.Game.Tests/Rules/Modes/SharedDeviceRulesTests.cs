using Arena.Game.Events;
using Arena.Game.Questions;
using Arena.Game.Vocabulary;
using Arena.TestKit.Games;
using static Arena.TestKit.Games.Scenario;

namespace Arena.Game.Tests.Rules.Modes;

/// <summary>Shared devices: a seat is a team, which has time to talk.</summary>
public sealed class SharedDeviceRulesTests
{
    private static readonly SessionSettings Talking = new() { Mode = new SharedDeviceMode(5_000) };

    [Theory]
    [InlineData(-1)]
    [InlineData(60_001)]
    public void A_team_talks_a_minute_at_most(int talkMs) =>
        Given().When(Launch(new() { Mode = new SharedDeviceMode(talkMs) }), at: 1).Then(GameErrorCode.OutOfRange);

    [Theory]
    [InlineData(0)]
    [InlineData(60_000)]
    public void The_bounds_of_the_talk_can_be_launched(int talkMs) => Given().When(Launch(new() { Mode = new SharedDeviceMode(talkMs) }), at: 1).ThenDone();

    [Fact]
    public void Teams_of_teams_are_refused() => Given().When(Launch(Talking with { Teams = 2 }), at: 1).Then(GameErrorCode.OutOfRange);

    [Fact]
    public void A_question_is_shown_before_it_opens_and_is_open_as_long_as_ever()
    {
        var asked = Given(Lobby(Talking, "Owls"), GettingReady()).WhenDue().The<QuestionAsked>();
        Assert.Equal((9_400 + 600 + 5_000, 20_000), (asked.OpensAtMs, asked.ClosesAtMs - asked.OpensAtMs));
    }

    [Fact]
    public void An_answer_during_the_talk_is_too_early_and_the_talk_costs_no_points()
    {
        var game = Given(Lobby(Talking, "Owls"), GettingReady()).WhenDue().ThenDone();
        game.When(Answer(0, stamp: 14_000), at: 14_000).Then(GameErrorCode.TooEarly);
        Assert.Equal(1_000, game.When(Answer(0, stamp: 15_400), at: 15_400).The<AnswerAccepted>().Answer.Points);
    }

    [Fact]
    public void A_slide_is_not_talked_about()
    {
        var quiz = Quizzes.Of(EveryType.All.Select(sample => sample.Question).OfType<SlideQuestion>().First());
        Assert.Equal(10_000, Given(Lobby(Talking, quiz, "Owls"), GettingReady()).WhenDue().The<QuestionAsked>().OpensAtMs);
    }
}
