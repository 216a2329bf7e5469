using Arena.Game.Questions;
using Arena.Game.Vocabulary;
using Arena.Storage.Model;
using Arena.Storage.Quizzes;
using Arena.Storage.Tests.Support;
using Arena.TestKit.Games;

namespace Arena.Storage.Tests;

/// <summary>What a session copies at launch, on every database.</summary>
public abstract class QuizLibraryTests
{
    [Fact]
    public async Task A_quiz_is_found_with_its_questions_and_options_in_order()
    {
        await using var database = await NewDatabaseAsync();
        await using var storage = await TestStorage.StartAsync(database);
        var id = Guid.NewGuid();
        await using (var context = storage.Context())
        {
            context.Quizzes.Add(new()
            {
                Id = id,
                Title = "Géographie",
                CreatedAt = DateTimeOffset.UnixEpoch,
                UpdatedAt = DateTimeOffset.UnixEpoch,
                Questions = { Question(1, "Second?", "c", "d"), Question(0, "First?", "a", "b", "e") },
            });
            await context.SaveChangesAsync();
        }

        var quiz = await storage.Library.FindAsync(id, [], default);

        Assert.NotNull(quiz);
        Assert.Equal((id, "Géographie"), (quiz.Id, quiz.Title));
        Assert.Equal(["First?", "Second?"], quiz.Questions.Select(question => question.Prompt));
        var first = quiz.Questions[0];
        Assert.Equal((QuestionType.SingleChoice, 20_000, 1000, "because"), (first.Type, first.TimeLimitMs, first.Points, first.Explanation));
        Assert.Equal([new("a", true), new("b", false), new("e", false)], Assert.IsType<SingleChoiceQuestion>(first).Options);
    }

    [Fact]
    public async Task Drawn_questions_come_from_any_quizzes_in_the_order_drawn()
    {
        await using var database = await NewDatabaseAsync();
        await using var storage = await TestStorage.StartAsync(database);
        var (quiz, other) = (Guid.NewGuid(), Guid.NewGuid());
        QuestionRow[] questions = [Question(0, "First?", "a", "b"), Question(1, "Second?", "c", "d"), Question(0, "Other?", "e", "f")];
        await using (var context = storage.Context())
        {
            context.Quizzes.Add(new() { Id = quiz, Title = "Launched", Questions = { questions[0], questions[1] } });
            context.Quizzes.Add(new() { Id = other, Title = "Other", Questions = { questions[2] } });
            await context.SaveChangesAsync();
        }

        var drawn = await storage.Library.FindAsync(quiz, [questions[2].Id, questions[1].Id], default);

        Assert.NotNull(drawn);
        Assert.Equal((quiz, "Launched"), (drawn.Id, drawn.Title));
        Assert.Equal(["Other?", "Second?"], drawn.Questions.Select(question => question.Prompt));
        Assert.Equal([new("e", true), new("f", false)], Assert.IsType<SingleChoiceQuestion>(drawn.Questions[0]).Options);
        Assert.Null(await storage.Library.FindAsync(quiz, [questions[0].Id, Guid.NewGuid()], default));
        Assert.Null(await storage.Library.FindAsync(Guid.NewGuid(), [questions[0].Id], default));
    }

    [Fact]
    public async Task A_quiz_that_is_not_there_is_null()
    {
        await using var database = await NewDatabaseAsync();
        await using var storage = await TestStorage.StartAsync(database);

        Assert.Null(await storage.Library.FindAsync(Guid.NewGuid(), [], default));
    }

    [Fact]
    public async Task A_deleted_quiz_takes_its_questions_and_options_along()
    {
        await using var database = await NewDatabaseAsync();
        await using var storage = await TestStorage.StartAsync(database);
        await using var context = storage.Context();
        var quiz = new QuizRow { Id = Guid.NewGuid(), Title = "x", Questions = { Question(0, "?", "a", "b") } };
        context.Quizzes.Add(quiz);
        await context.SaveChangesAsync();

        await using (var other = storage.Context())
        {
            other.Quizzes.Remove(other.Quizzes.Single());
            await other.SaveChangesAsync();
        }

        Assert.Equal((0, 0), (context.Questions.Count(), context.QuestionOptions.Count()));
    }

    /// <summary>Members of one type are in one column, and options have their rows.</summary>
    [Fact]
    public async Task A_question_of_every_type_is_stored_and_loaded_as_it_is()
    {
        await using var database = await NewDatabaseAsync();
        await using var storage = await TestStorage.StartAsync(database);
        var id = Guid.NewGuid();
        var questions = EveryType.All.Select(sample => sample.Question with { Id = Guid.CreateVersion7() }).ToArray();
        await using (var context = storage.Context())
        {
            context.Quizzes.Add(new() { Id = id, Title = "All", CreatedAt = DateTimeOffset.UnixEpoch, UpdatedAt = DateTimeOffset.UnixEpoch });
            context.Questions.AddRange(questions.Select((question, order) => QuestionRows.ToRow(question, question.Id, id, order)));
            context.QuestionOptions.AddRange(questions.SelectMany(question => QuestionRows.OptionsOf(question, question.Id)));
            await context.SaveChangesAsync();
        }

        var loaded = (await storage.Library.FindAsync(id, [], default))!.Questions;

        Assert.Equal(questions.Select(Text.View), loaded.Select(Text.View));
        await using var rows = storage.Context();
        var contents = rows.Questions.Where(row => row.Type == QuestionType.SingleChoice).Select(row => row.Content).ToArray();
        Assert.Single(contents, content => content is null);
        Assert.Single(contents, content => content?.Contains("\"shuffle\"") == true);
        Assert.Single(contents, content => content?.Contains("\"pictures\"") == true);
    }

    protected abstract Task<TestDatabase> NewDatabaseAsync();

    private static QuestionRow Question(int order, string prompt, params string[] options)
    {
        var question = new QuestionRow
        {
            Id = Guid.NewGuid(),
            Prompt = prompt,
            Order = order,
            TimeLimitMs = 20_000,
            Points = 1000,
            Explanation = "because",
        };
        // Added last to first: what counts is the order that is stored.
        for (var i = options.Length - 1; i >= 0; i--)
            question.Options.Add(new() { Id = Guid.NewGuid(), Label = options[i], IsCorrect = i == 0, Order = i });
        return question;
    }
}
