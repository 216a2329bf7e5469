using Arena.Game.Questions;
using Arena.Game.Vocabulary;
using Arena.Grains.Ports;
using Arena.Storage.Events;
using Arena.Storage.Model;
using Arena.Storage.Quizzes;
using Arena.Storage.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Storage.Tests;

/// <summary>Figures of games that are really played, on every database.</summary>
public abstract class GameFiguresTests : DatabaseTests
{
    private GameFigures Consumer => new(Storage.Services.GetRequiredService<EventInbox>(), Storage.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>());

    [Fact]
    public async Task The_figures_of_a_game_that_ended_are_those_of_its_ledger_and_the_same_after_a_replay()
    {
        var game = await TestGame.LaunchAsync(Storage.Journal, "AAAAAA", seed: 1);
        await game.JoinAsync(5);
        await game.PlayAsync(rounds: 2);
        await HandleAllAsync();
        await using var context = Storage.Context();
        Assert.Empty(await context.GameFigures.ToListAsync());

        await game.HostAsync(new HostAction.End());
        await HandleAllAsync();
        await HandleAllAsync();

        var (figures, questions) = await ReadAsync(context);
        Assert.Equal((game.State.SessionId, game.State.Quiz.Id), (figures.SessionId, figures.QuizId));
        var closed = game.State.Rounds.Where(round => !round.Skipped && game.State.Quiz.Questions[round.Round].TakesAnswers()).Select(round => round.Round).ToList();
        Assert.NotEmpty(closed);
        Assert.Equal(closed.Order(), questions.Select(question => question.Round));
        foreach (var question in questions)
        {
            var asked = game.State.Players.Where(player => !player.Kicked && player.FirstRound <= question.Round).ToList();
            var verdicts = asked.Select(player => player.Answers.Find(answer => answer.Round == question.Round)?.Verdict).ToList();
            Assert.Equal(
                (asked.Count, verdicts.Count(one => one == Verdict.Correct), verdicts.Count(one => one == Verdict.Partial),
                    verdicts.Count(one => one == Verdict.Wrong), verdicts.Count(one => one == Verdict.Unscored), verdicts.Count(one => one is null)),
                (question.Asked, question.Right, question.Partly, question.Wrong, question.Unscored, question.None));
        }
        Assert.Equal(game.State.Players.Count(player => player.Answers.Any(answer => closed.Contains(answer.Round))), figures.Players);
        Assert.Equal(
            (questions.Where(question => question.IsScored).Sum(question => question.Right), questions.Where(question => question.IsScored).Sum(question => question.Asked)),
            (figures.Right, figures.Asked));

        await Consumer.ForgetAsync(figures.SessionId, default);
        Assert.Empty(await context.GameFigures.ToListAsync());
        Assert.Empty(await context.QuestionFigures.ToListAsync());
        await HandleAllAsync();
        Assert.Equivalent((figures, questions), await ReadAsync(context));

        await context.GameSessions.Where(row => row.Id == figures.SessionId).ExecuteDeleteAsync();
        Assert.Empty(await context.QuestionFigures.ToListAsync());
        await Consumer.ForgetAsync(figures.SessionId, default);
        await HandleAllAsync();
        Assert.Empty(await context.GameFigures.ToListAsync());
    }

    private static async Task<(GameFiguresRow Game, List<QuestionFiguresRow> Questions)> ReadAsync(ArenaDbContext context) => (
        Assert.Single(await context.GameFigures.AsNoTracking().ToListAsync()),
        await context.QuestionFigures.AsNoTracking().OrderBy(question => question.Round).ToListAsync());

    private async Task HandleAllAsync()
    {
        foreach (var session in (await Storage.Services.GetRequiredService<IEventFeed>().AllAsync()).GroupBy(happened => happened.SessionId))
            await Consumer.HandleAsync(new(session.Key, [.. session]), default);
    }
}

/// <summary>What makes a question another one.</summary>
public sealed class QuestionFingerprintTests
{
    private static readonly SingleChoiceQuestion Capital = new(Guid.NewGuid(), "Capital?", [new("Rome", true), new("Milan", false)], 20_000, 1_000) { Shuffle = true };

    [Fact]
    public void The_copy_that_a_session_plays_has_the_fingerprint_of_its_question()
    {
        Question[] questions =
        [
            Capital, new OrderQuestion(Guid.NewGuid(), "Order", ["a", "b", "c", "d"], 20_000, 1_000),
            new MatchQuestion(Guid.NewGuid(), "Match", [new("a", "1"), new("b", "2"), new("c", "3")], 20_000, 1_000),
        ];
        Assert.All(questions, question => Assert.All(
            Enumerable.Range(0, 20), seed => Assert.Equal(QuestionFingerprint.Of(question), QuestionFingerprint.Of(question.Prepare(seed)))));
    }

    [Fact]
    public void An_edit_of_the_text_the_key_or_the_time_makes_another_question_and_no_other_edit_does()
    {
        var known = QuestionFingerprint.Of(Capital);
        Assert.Equal(known, QuestionFingerprint.Of(Capital with { Id = Guid.NewGuid(), Points = 2_000, Explanation = "Since 1871." }));
        Assert.All(
            (SingleChoiceQuestion[])
            [
                Capital with { Prompt = "The capital?" }, Capital with { TimeLimitMs = null }, Capital with { Options = [new("Rome", false), new("Milan", true)] },
                Capital with { Options = [.. Capital.Options, new("Turin", false)] }, Capital with { Medium = new(new string('a', 32), MediumKind.Picture) },
            ],
            edited => Assert.NotEqual(known, QuestionFingerprint.Of(edited)));
    }
}
