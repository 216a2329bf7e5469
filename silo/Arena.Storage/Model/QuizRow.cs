namespace Arena.Storage.Model;

/// <summary>A quiz in the library (table <c>quiz</c>). A session copies it at launch, so editing or deleting one touches no game.</summary>
public sealed class QuizRow
{
    public Guid Id { get; set; }

    /// <summary>Null until an account owns it.</summary>
    public Guid? OwnerId { get; set; }

    public required string Title { get; set; }
    public string? Description { get; set; }
    public QuizVisibility Visibility { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>What its rows take, about: their text in UTF-8, and a fixed size for each row.</summary>
    public long StoredBytes { get; set; }

    /// <summary>In no particular order unless the query sorts them by <see cref="QuestionRow.Order"/>.</summary>
    public List<QuestionRow> Questions { get; } = [];
}
