namespace Arena.Gateway.Authority;

/// <summary>
/// Who may call a route: the names of the policies. A route that names none, and does not say that it is for everybody, is for nobody.
/// Which of the things behind a route one may see or change is decided where they are read: <see cref="QuizAccess"/>, <see cref="HostAccess"/>.
/// </summary>
internal static class Access
{
    /// <summary>Whoever writes quizzes: an anonymous author or an account.</summary>
    public const string Author = "author";

    /// <summary>A signed-in account.</summary>
    public const string Account = "account";

    /// <summary>An account that looks after the others.</summary>
    public const string Administrator = "administrator";
}
