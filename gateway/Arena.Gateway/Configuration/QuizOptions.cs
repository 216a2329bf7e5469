namespace Arena.Gateway.Configuration;

/// <summary>The limits of authoring. Section <c>Arena:Quizzes</c>.</summary>
public sealed class QuizOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Arena:Quizzes";

    /// <summary>How long a quiz may be as a file.</summary>
    public int MaxImportBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>How long an archive of a quiz with its media may be, and how much may come out of it.</summary>
    public int MaxArchiveBytes { get; set; } = 256 * 1024 * 1024;

    /// <summary>How many media an archive of a quiz may hold: each is read as an upload is.</summary>
    public int MaxArchiveMedia { get; set; } = 1_000;

    /// <summary>How many quizzes an author may keep.</summary>
    public int MaxQuizzesPerAuthor { get; set; } = 200;

    /// <summary>How many questions an author may keep, over all quizzes.</summary>
    public int MaxQuestionsPerAuthor { get; set; } = 20_000;

    /// <summary>How many questions a quiz of an author without an account may have; those of accounts may have 5,000.</summary>
    public int MaxGuestQuestions { get; set; } = 2_000;

    /// <summary>How many bytes of quizzes an author without an account may keep: what their rows take, about.</summary>
    public long MaxGuestBytes { get; set; } = 50 * 1024 * 1024;

    /// <summary>How many bytes of quizzes an account, or all authors without one in a network, may store in a day.</summary>
    public long StoredBytesPerDay { get; set; } = 256 * 1024 * 1024;

    /// <summary>What an account, or all without one in a network, may ask for in a minute: a request costs 1, a whole quiz 5, an export 10.</summary>
    public int RequestsPerMinute { get; set; } = 600;

    /// <summary>How often a minute one network may sign in, register, or renew a sign-in.</summary>
    public int SignInsPerMinute { get; set; } = 240;

    /// <summary>How many authors without an account one network may make in a minute.</summary>
    public int NewAuthorsPerMinute { get; set; } = 120;

    /// <summary>How many expensive requests of a caller run at once.</summary>
    public int ConcurrentRequests { get; set; } = 4;

    /// <summary>How many more wait for that; the next one is refused.</summary>
    public int QueuedRequests { get; set; } = 64;

    /// <summary>How many quizzes are read and stored at once; each takes up to one processor core.</summary>
    public int ConcurrentImports { get; set; } = 2;

    /// <summary>How many more wait for that; the next one is refused.</summary>
    public int QueuedImports { get; set; } = 64;

    /// <summary>How long reading one quiz may take, in seconds.</summary>
    public int ImportSeconds { get; set; } = 20;
}
