using Arena.Gateway.Quizzes.Content;
using Arena.Storage;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>
/// Writes and removes hidden quizzes: they have no owner and are private. A large quiz has forty thousand rows; they go in short
/// batches, between which games write their journals. The retention removes what is left of a write that did not end.
/// </summary>
internal sealed class QuizStaging(IDbContextFactory<ArenaDbContext> contexts, IBatchWriter writer, TimeProvider clock)
{
    private const int StatementsABatch = 24;
    private const long RowsABatch = 250;

    private static readonly string[] RemoveRows =
    [
        "DELETE FROM question_option WHERE id IN (SELECT o.id FROM question_option AS o JOIN question AS q ON q.id = o.question_id WHERE q.quiz_id = $1 LIMIT $2)",
        "DELETE FROM question WHERE id IN (SELECT id FROM question WHERE quiz_id = $1 LIMIT $2)",
        "DELETE FROM quiz WHERE id IN (SELECT id FROM quiz WHERE id = $1 LIMIT $2)",
    ];

    /// <returns>The staged quiz.</returns>
    public async Task<Guid> WriteAsync(QuizContent content, CancellationToken cancel)
    {
        DateTimeOffset now = clock.GetUtcNow();
        var quiz = new QuizRow
        {
            Id = Guid.CreateVersion7(now),
            Title = content.Title,
            Description = content.Description,
            CreatedAt = now,
            UpdatedAt = QuizVersion.First(now).UpdatedAt,
            StoredBytes = QuizSize.Of(content),
        };
        QuestionRow[] questions = QuizRows.ToRows(quiz.Id, content.Questions);
        await using ArenaDbContext context = await contexts.CreateDbContextAsync(cancel);
        // Made when it is their turn: all at once they would take many times the memory of the quiz.
        IEnumerable<BatchStatement> statements = RowBatches.Insert(context, [quiz])
            .Concat(RowBatches.Insert(context, questions))
            .Concat(RowBatches.Insert(context, questions.SelectMany(question => question.Options)));
        foreach (BatchStatement[] batch in statements.Chunk(StatementsABatch))
            await writer.WriteAsync(batch, cancel);
        return quiz.Id;
    }

    /// <summary>Removes a hidden quiz.</summary>
    public async Task RemoveAsync(Guid id)
    {
        foreach (string statement in RemoveRows)
        {
            int removed;
            do
                removed = await writer.WriteAsync([new(statement, id, RowsABatch)], CancellationToken.None);
            while (removed >= RowsABatch);
        }
    }
}
