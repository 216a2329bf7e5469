namespace Arena.Gateway.Quizzes.Writing.Markup;

/// <summary>Text for XML, which has no place for U+FFFF. The other characters that it lacks are in no quiz.</summary>
internal static class XmlCharacters
{
    public static string Of(string text) => text.Replace("\uFFFF", "");
}
