using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Arena.Gateway.Quizzes.Reading.Markup;

/// <summary>
/// The text of a piece of HTML as a browser would show it: blocks on lines of their own, without tags, scripts and styles, with its character
/// references decoded once. One pass; an angle bracket that begins no tag is text.
/// </summary>
internal sealed partial class HtmlText
{
    private static readonly HashSet<string> Blocks =
        ["p", "div", "br", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "hr", "dt", "dd", "section"];

    private static readonly HashSet<string> Hidden = ["script", "style", "head", "template", "noscript"];

    private static readonly HashSet<string> Media = ["video", "audio", "object", "iframe", "embed", "svg", "source"];

    private readonly string _html;
    private readonly StringBuilder _text = new();
    private string? _hidden;
    private readonly ShownMedia _shown;
    private bool _hasNoMoreTags;

    private HtmlText(string html, ShownMedia shown) => (_html, _shown) = (html, shown);

    /// <param name="html">A piece of HTML, or plain text.</param>
    /// <param name="hasMedia">Whether it shows a picture or other media, which the text lacks.</param>
    public static string Of(string html, out bool hasMedia)
    {
        var shown = new ShownMedia();
        string text = Of(html, shown);
        hasMedia = shown.Any;
        return text;
    }

    /// <param name="html">A piece of HTML, or plain text.</param>
    /// <param name="shown">Gets the media that it shows, which the text lacks.</param>
    public static string Of(string html, ShownMedia shown)
    {
        var text = new HtmlText(html, shown);
        text.Read();
        return text._text.ToString().Trim();
    }

    public static bool IsBlock(string element) => Blocks.Contains(element);

    private void Read()
    {
        int at = 0;
        while (at < _html.Length)
        {
            int tag = _hasNoMoreTags ? -1 : _html.IndexOf('<', at);
            if (tag < 0)
                tag = _html.Length;
            AppendText(_html.AsSpan(at, tag - at));
            at = tag == _html.Length ? tag : ReadTag(tag);
        }
    }

    /// <returns>Where the text continues.</returns>
    private int ReadTag(int start)
    {
        bool isComment = _html.AsSpan(start).StartsWith("<!--");
        int end = isComment ? EndOfComment(start) : IsTag(start) ? EndOfTag(start) : -1;
        if (end < 0)
        {
            AppendText("<");
            return start + 1;
        }
        if (!isComment)
            ApplyTag(start, end);
        return end;
    }

    private bool IsTag(int start) =>
        start + 1 < _html.Length && (char.IsAsciiLetter(_html[start + 1]) || _html[start + 1] is '!' or '?'
            || (_html[start + 1] == '/' && start + 2 < _html.Length && char.IsAsciiLetter(_html[start + 2])));

    private int EndOfComment(int start)
    {
        int end = _html.IndexOf("-->", start, StringComparison.Ordinal);
        _hasNoMoreTags |= end < 0;
        return end < 0 ? -1 : end + 3;
    }

    private int EndOfTag(int start)
    {
        char quote = '\0';
        for (int at = start + 1; at < _html.Length; at++)
        {
            char sign = _html[at];
            if (quote != '\0')
                quote = sign == quote ? '\0' : quote;
            else if (sign is '"' or '\'' && _html[at - 1] == '=')
                quote = sign;
            else if (sign == '>')
                return at + 1;
        }
        // A tag without an end here has none later either.
        _hasNoMoreTags = true;
        return -1;
    }

    private void ApplyTag(int start, int end)
    {
        bool isClosing = _html[start + 1] == '/';
        int nameStart = start + (isClosing ? 2 : 1), nameEnd = nameStart;
        while (nameEnd < _html.Length && nameEnd - nameStart < 16 && char.IsAsciiLetterOrDigit(_html[nameEnd]))
            nameEnd++;
        string name = _html[nameStart..nameEnd].ToLowerInvariant();
        if (_hidden is not null)
        {
            _hidden = isClosing && name == _hidden ? null : _hidden;
            return;
        }
        if (!isClosing && Hidden.Contains(name))
            _hidden = name;
        if (name == "img")
            _shown.Add(Attribute(start, end, "src"), Attribute(start, end, "alt"));
        else if (Media.Contains(name))
            _shown.AddOther();
        if (Blocks.Contains(name))
            AppendBreak();
        else if (name is "td" or "th")
            AppendSpace();
    }

    /// <summary>The value of an attribute of a tag.</summary>
    private string? Attribute(int start, int end, string name)
    {
        Match? found = ImageAttribute().Matches(_html[start..end]).FirstOrDefault(match => match.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase));
        return found is null ? null : WebUtility.HtmlDecode(found.Groups["value"].Value);
    }

    private void AppendText(ReadOnlySpan<char> raw)
    {
        if (_hidden is not null || raw.IsEmpty)
            return;
        foreach (char character in raw.Contains('&') ? WebUtility.HtmlDecode(raw.ToString()) : raw.ToString())
        {
            if (character is ' ' or '\t' or '\n' or '\r' or '\f' or '\u00A0')
                AppendSpace();
            else
                _text.Append(character);
        }
    }

    private void AppendSpace()
    {
        if (_text.Length > 0 && _text[^1] is not (' ' or '\n'))
            _text.Append(' ');
    }

    private void AppendBreak()
    {
        while (_text.Length > 0 && _text[^1] == ' ')
            _text.Length--;
        if (_text.Length > 0 && _text[^1] != '\n')
            _text.Append('\n');
    }

    [GeneratedRegex("""(?<=[\s"'])(?<name>src|alt)\s{0,9}=\s{0,9}(?:"(?<value>[^"]*)"|'(?<value>[^']*)'|(?<value>[^\s"'>]+))""", RegexOptions.IgnoreCase)]
    private static partial Regex ImageAttribute();
}
