using System.Buffers;
using System.Text;
using Arena.Gateway.Quizzes.Reading.Markup;

namespace Arena.Gateway.Quizzes.Reading.Lines;

/// <summary>Texts of GIFT: a backslash takes the meaning from the sign after it, and a word in brackets names a text's format.</summary>
internal static class GiftText
{
    private const string Escapable = ":#={}~\\";

    private static readonly SearchValues<char> Escaped = SearchValues.Create(Escapable + "\n");

    /// <summary>Where one of the signs first stands with its meaning, or -1.</summary>
    public static int IndexOf(ReadOnlySpan<char> text, ReadOnlySpan<char> signs)
    {
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\')
                at++;
            else if (signs.Contains(text[at]))
                return at;
        }
        return -1;
    }

    /// <summary>The format that a text names at its beginning, and the rest.</summary>
    public static (string? Format, string Content) Format(string text)
    {
        string trimmed = text.TrimStart();
        if (!trimmed.StartsWith('['))
            return (null, text);
        foreach (string format in (ReadOnlySpan<string>)["html", "moodle", "plain", "markdown"])
        {
            if (trimmed.StartsWith($"[{format}]", StringComparison.OrdinalIgnoreCase))
                return (format, trimmed[(format.Length + 2)..]);
        }
        return (null, text);
    }

    /// <summary>The text itself: without escapes and, if it is HTML, without tags.</summary>
    public static string Plain(string text, string? format, ref bool hasMedia)
    {
        (string? own, string rest) = Format(text);
        return Shown(rest, own ?? format, ref hasMedia);
    }

    /// <summary>The same of a text whose format is known: what it begins with is no name of one.</summary>
    public static string Shown(string text, string? format, ref bool hasMedia)
    {
        string plain = Unescaped(text).Trim();
        if (format != "html")
            return plain;
        string shown = HtmlText.Of(plain, out bool media);
        hasMedia |= media;
        return shown;
    }

    /// <summary>Writes a text in which no sign has a meaning, on one line.</summary>
    public static void WriteEscaped(TextWriter output, ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(Escaped) is >= 0 and var sign)
        {
            output.Write(text[..sign]);
            output.Write('\\');
            output.Write(text[sign] == '\n' ? 'n' : text[sign]);
            text = text[(sign + 1)..];
        }
        output.Write(text);
    }

    private static string Unescaped(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (int at = 0; at < text.Length; at++)
        {
            bool isEscape = text[at] == '\\' && at + 1 < text.Length;
            if (isEscape && text[at + 1] == 'n')
                plain.Append('\n');
            else if (isEscape && Escapable.Contains(text[at + 1]))
                plain.Append(text[at + 1]);
            else
            {
                plain.Append(text[at]);
                continue;
            }
            at++;
        }
        return plain.ToString();
    }
}
