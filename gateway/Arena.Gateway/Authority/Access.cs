namespace Arena.Gateway.Authority;

/// <summary>
/// Who may call a route: the names of the policies. A route that names none, and is not marked as public, is refused to all.
/// Which of the things behind a route one may see or change is decided where they are read: <see cref="QuizAccess"/>, <see cref="HostAccess"/>.
/// </summary>
internal static class Access
{
    /// <summary>Authors of quizzes: anonymous ones and accounts.</summary>
    public const string Author = "author";

    /// <summary>A signed-in account.</summary>
    public const string Account = "account";

    /// <summary>An account that looks after the others.</summary>
    public const string Administrator = "administrator";

    /// <summary>Authors, and API keys with the scope <c>quizzes:read</c>.</summary>
    public const string ReadQuizzes = "read quizzes";

    /// <summary>Authors, and API keys with the scope <c>quizzes:write</c>.</summary>
    public const string WriteQuizzes = "write quizzes";

    /// <summary>Authors, and API keys with the scope <c>games:host</c>.</summary>
    public const string Launch = "launch";

    /// <summary>Signed-in accounts, and API keys with the scope <c>games:host</c>.</summary>
    public const string Host = "host";

    /// <summary>Signed-in accounts, and API keys with the scope <c>results:read</c>.</summary>
    public const string ReadResults = "read results";

    /// <summary>Authors, and API keys with the scope <c>results:read</c>.</summary>
    public const string ReadGames = "read games";

    /// <summary>The same, and browsers that hold the host key of a game.</summary>
    public const string ReadReport = "read report";

    /// <summary>Authors, and browsers that hold the host key of a game.</summary>
    public const string ShareReport = "share report";

    /// <summary>The role of an API key with a scope.</summary>
    public static string Of(ApiKeyScope scope) => $"key:{scope}";
}
