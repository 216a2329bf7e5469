namespace Arena.Gateway.Quizzes.Reading;

/// <summary>The asterisk of Moodle's short answers: it stands for any text, unless a backslash is before it.</summary>
internal static class Wildcard
{
    public static string Escaped(string text) => text.Replace("*", @"\*");

    public static string Unescaped(string text) => text.Replace(@"\*", "*");
}
