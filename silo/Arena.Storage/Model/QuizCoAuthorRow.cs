namespace Arena.Storage.Model;

/// <summary>A co-author of a quiz (table <c>quiz_co_author</c>): may read, change and host it, but not give it away.</summary>
public sealed class QuizCoAuthorRow
{
    public Guid QuizId { get; set; }
    public Guid UserId { get; set; }
}
