namespace Arena.Gateway.Quizzes.Rest;

/// <summary>The limits of authoring. Section <c>Arena:Quizzes</c>.</summary>
public sealed class QuizOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Arena:Quizzes";

    /// <summary>How long a quiz may be as a file.</summary>
    public int MaxImportBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>How many quizzes an author may keep.</summary>
    public int MaxQuizzesPerAuthor { get; set; } = 200;

    /// <summary>How many requests a minute one address may make to the authors' routes.</summary>
    public int RequestsPerMinute { get; set; } = 120;
}
