namespace Arena.Storage;

/// <summary>Somebody with whom a quiz is shared (table <c>quiz_co_author</c>): may read, change and host it, but not give it away.</summary>
public sealed class QuizCoAuthorRow
{
    public Guid QuizId { get; set; }
    public Guid UserId { get; set; }
}
