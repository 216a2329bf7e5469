using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.Questions;
using Arena.Game.Rules;
using Arena.Game.Views;
using Arena.Game.Vocabulary;
using Arena.TestKit.Games;
using static Arena.TestKit.Games.Scenario;

namespace Arena.Game.Tests.Rules;

/// <summary>A host accepts a typed answer that was not accepted.</summary>
public sealed class RegradesTests
{
    private static readonly TypedAnswerQuestion Capital = new(Operation(6_000), "Capital?", ["Bern"], 20_000, 1000);

    [Fact]
    public void All_who_gave_it_get_their_points_and_their_place()
    {
        var accepted = Revealed("Berna", "Bern", "Berna").WhenHost(new HostAction.AcceptAnswer(0, " BERNA "), at: 35_000).ThenDone();
        Assert.Equal([950, 950, 950], accepted.State.Players.Select(player => player.Score));
        Assert.Equal([1, 1, 1], accepted.State.Players.Select(player => player.Streak));
        Assert.Equal([1, 1, 1], accepted.State.Players.Select(player => player.Rank));
        Assert.Equal((3, 3), (accepted.State.Rounds[0].Answered, accepted.State.Rounds[0].Correct));
        Assert.All(accepted.State.Players, player => Assert.Equal(Verdict.Correct, Viewer.Seat(accepted.State, player).Result!.Verdict));
        var reveal = Assert.IsType<RevealView>(Viewer.Everyone(accepted.State).Phase);
        Assert.Equal(["Bern", "BERNA"], Assert.IsType<TextsKey>(reveal.Key).Accepted);
        Assert.Equal([new TextLine("Berna", 2, true), new TextLine("Bern", 1, true)], Assert.IsType<TextsTally>(reveal.Tally).Lines);
    }

    [Fact]
    public void The_others_keep_what_they_have()
    {
        var accepted = Revealed("Basel", "Bern", "Berna").WhenHost(new HostAction.AcceptAnswer(0, "Berna"), at: 35_000);
        Assert.Equal([2], accepted.The<TextAccepted>().Regraded.Select(regraded => regraded.Seat));
        Assert.Equal([0, 950, 950], accepted.ThenDone().State.Players.Select(player => player.Score));
    }

    [Fact]
    public void It_continues_the_streak_that_it_had_ended()
    {
        var quiz = Quizzes.Of(Quizzes.Question(0), Quizzes.Question(1, points: 0), Capital);
        var game = Given(Lobby(null, quiz, "Ann"), Played(0, (0, 1000, 0)), Played(1), Asked(2))
            .When(Typed(0, "Berna", round: 2), at: 12_000).ThenDone().WhenDue().ThenDone();
        Assert.Equal((1000, 0), (game.Player(0).Score, game.Player(0).Streak));
        var accepted = game.WhenHost(new HostAction.AcceptAnswer(2, "Berna"), at: 35_000).ThenDone();
        Assert.Equal((2050, 2), (accepted.Player(0).Score, accepted.Player(0).Streak));
        Assert.Equal((950, 100), (accepted.Player(0).Answers[^1].Points, accepted.Player(0).Answers[^1].StreakBonus));
    }

    [Fact]
    public void A_text_that_is_accepted_changes_nothing() =>
        Revealed("Bern", "Bern", "Bern").WhenHost(new HostAction.AcceptAnswer(0, "bern"), at: 35_000).Then(Commanded(35_000));

    [Theory]
    [InlineData(1, "Berna", GameErrorCode.NotNow)]
    [InlineData(0, " ", GameErrorCode.InvalidAnswer)]
    [InlineData(0, null, GameErrorCode.InvalidAnswer)]
    public void Another_question_and_no_text_are_refused(int round, string? text, GameErrorCode refusal) =>
        Revealed("Bern", "Bern", "Bern").WhenHost(new HostAction.AcceptAnswer(round, text!), at: 35_000).Then(refusal);

    [Fact]
    public void Only_while_the_question_is_revealed_can_a_text_be_accepted()
    {
        var open = Given(Lobby(null, Quizzes.Of(Capital), "Ann"), Asked());
        open.WhenHost(new HostAction.AcceptAnswer(0, "Berna"), at: 12_000).Then(GameErrorCode.NotNow);
        Given(Lobby(null, Quizzes.Of(Capital, Quizzes.Question()), "Ann"), Asked(), Closed(), Standings())
            .WhenHost(new HostAction.AcceptAnswer(0, "Berna"), at: 45_000).Then(GameErrorCode.NotNow);
    }

    /// <summary>Three players, who typed these after two seconds.</summary>
    private static Situation Revealed(params string[] typed)
    {
        var game = Given(Lobby(null, Quizzes.Of(Capital, Quizzes.Question()), "Ann", "Bob", "Cid"), Asked());
        for (var seat = 0; seat < typed.Length; seat++)
            game = game.When(Typed(seat, typed[seat]), at: 12_000).ThenDone();
        return game.WhenDue().ThenDone();
    }

    private static GameCommand.SubmitAnswer Typed(int seat, string text, int round = 0) =>
        new(Operation(60 + round), seat, round, new TextAnswer(text), 12_000, 0);
}
