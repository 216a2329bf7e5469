namespace Arena.Storage.Model;

/// <summary>A quiz in the library (table <c>quiz</c>). A session copies it at launch, so editing or deleting one touches no game.</summary>
public sealed class QuizRow
{
    public Guid Id { get; set; }

    /// <summary>Null until an account owns it.</summary>
    public Guid? OwnerId { get; set; }

    public required string Title { get; set; }

    /// <summary>The title, to be searched: by <see cref="Quizzes.QuizTags.Key"/>.</summary>
    public string TitleKey { get; set; } = "";

    public string? Description { get; set; }

    /// <summary>The tags in their order, as <see cref="Quizzes.QuizTags.Write"/> writes them.</summary>
    public string Tags { get; set; } = "";

    /// <summary>The tags, to be searched and compared: by <see cref="Quizzes.QuizTags.Keys"/>.</summary>
    public string TagKeys { get; set; } = "";

    public string? Folder { get; set; }

    /// <summary>The folder, to be searched and compared: by <see cref="Quizzes.QuizTags.Key"/>.</summary>
    public string FolderKey { get; set; } = "";

    public QuizVisibility Visibility { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>What its rows take, about: their text in UTF-8, and a fixed size for each row.</summary>
    public long StoredBytes { get; set; }

    /// <summary>In no particular order unless the query sorts them by <see cref="QuestionRow.Order"/>.</summary>
    public List<QuestionRow> Questions { get; } = [];
}
