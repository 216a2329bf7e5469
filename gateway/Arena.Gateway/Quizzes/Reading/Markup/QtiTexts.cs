using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading.Markup;

/// <summary>The texts of a QTI item.</summary>
internal sealed class QtiTexts(JsonPath? file)
{
    private bool _haveMedia;

    /// <summary>Whether one of them shows a picture.</summary>
    public bool HaveMedia => _haveMedia;

    public SourceMark Mark(MarkupElement element) => new(element.Line, null, file);

    /// <summary>A text of version 1: HTML that is escaped in the XML, or HTML in a CDATA section.</summary>
    public Sourced<string> Escaped(MarkupElement element, Func<MarkupElement, bool>? without = null)
    {
        string text = MarkupText.Of(element, without, ref _haveMedia);
        bool isHtml = element.All("mattext").Any(written => written["texttype"] == "text/html") || text.Contains("</", StringComparison.Ordinal);
        if (!isHtml)
            return new(text, Mark(element));
        string shown = HtmlText.Of(text, out bool hasMedia);
        _haveMedia |= hasMedia;
        return new(shown, Mark(element));
    }

    /// <summary>A text of later versions: markup that is itself XML.</summary>
    public Sourced<string> Markup(MarkupElement element, Func<MarkupElement, bool>? without = null) =>
        new(MarkupText.Of(element, without, ref _haveMedia), Mark(element));
}
