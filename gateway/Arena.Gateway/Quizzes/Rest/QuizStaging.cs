using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Threading;
using Arena.Storage.Model;
using Arena.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>
/// Writes and removes hidden quizzes: they have no owner and are private. A large quiz has forty thousand rows; they go in short
/// batches, between which games write their journals and have the processor to themselves for as long. The retention removes the remains of a write that did not end.
/// </summary>
internal sealed class QuizStaging(IDbContextFactory<ArenaDbContext> contexts, IBatchWriter writer, WorkPace pace, TimeProvider clock)
{
    private const int StatementsABatch = 48;
    private const long QuestionsABatch = 32;

    // Options go with their question. To delete all options first would read the questions without options repeatedly.
    private const string RemoveQuestions = "DELETE FROM question WHERE id IN (SELECT id FROM question WHERE quiz_id = $1 LIMIT $2)";
    private const string RemoveQuiz = "DELETE FROM quiz WHERE id = $1";

    /// <param name="content">What it is to be.</param>
    /// <param name="size">By <see cref="QuizSize"/>, which is work for a large quiz.</param>
    /// <param name="cancel">Stops between two batches.</param>
    /// <returns>The staged quiz.</returns>
    public async Task<Guid> WriteAsync(QuizContent content, long size, CancellationToken cancel)
    {
        DateTimeOffset now = clock.GetUtcNow();
        QuizRow quiz = content.ToRow(Guid.CreateVersion7(now), now, QuizVersion.First(now), size);
        Guid[] questionIds = QuizRows.NewIds(content.Questions.Length);
        await using ArenaDbContext context = await contexts.CreateDbContextAsync(cancel);
        // Made when it is their turn: all at once they would take many times the memory of the quiz.
        IEnumerable<BatchStatement> statements = RowBatches.Insert(context, [quiz])
            .Concat(RowBatches.Insert(context, QuizRows.Questions(quiz.Id, questionIds, content.Questions)))
            .Concat(RowBatches.Insert(context, QuizRows.Options(questionIds, content.Questions)));
        long? began = null;
        foreach (BatchStatement[] batch in statements.Chunk(StatementsABatch))
        {
            began = await PauseAsync(began, cancel);
            await writer.WriteAsync(batch, cancel);
        }
        return quiz.Id;
    }

    /// <summary>Removes a hidden quiz.</summary>
    public async Task RemoveAsync(Guid id)
    {
        long began = pace.Begin();
        while (await writer.WriteAsync([new(RemoveQuestions, id, QuestionsABatch)], CancellationToken.None) == QuestionsABatch)
            began = await PauseAsync(began, CancellationToken.None);
        await writer.WriteAsync([new(RemoveQuiz, id)], CancellationToken.None);
    }

    /// <returns>When the next batch begins.</returns>
    private async Task<long> PauseAsync(long? began, CancellationToken cancel)
    {
        if (began is { } before)
            await pace.PauseAsync(before, cancel);
        return pace.Begin();
    }
}
