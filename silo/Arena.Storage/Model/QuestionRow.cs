using Arena.Game.Vocabulary;

namespace Arena.Storage.Model;

/// <summary>A question of a quiz (table <c>question</c>).</summary>
public sealed class QuestionRow
{
    public Guid Id { get; set; }
    public Guid QuizId { get; set; }
    public QuestionType Type { get; set; }
    public required string Prompt { get; set; }

    /// <summary>The prompt, to be searched: by <see cref="Quizzes.QuizTags.Key"/>.</summary>
    public string PromptKey { get; set; } = "";

    public string? MediaUrl { get; set; }

    /// <summary>How long it is open; 0 for no limit.</summary>
    public int TimeLimitMs { get; set; }

    public int Points { get; set; }
    public string? Explanation { get; set; }

    /// <summary>The members that only the type has, as a JSON object; null if all have their defaults.</summary>
    public string? Content { get; set; }

    /// <summary>Place in the quiz, from 0.</summary>
    public int Order { get; set; }

    public List<QuestionOptionRow> Options { get; } = [];
}
