using System.Text;

namespace Arena.Gateway.Quizzes.Reading.Markup;

/// <summary>The text of markup that is itself XML, as a browser would show it.</summary>
internal static class MarkupText
{
    private static readonly HashSet<string> Hidden = ["script", "style", "rubricblock", "feedbackblock", "feedbackinline", "modalfeedback"];

    private static readonly HashSet<string> Media = ["video", "audio", "iframe", "mataudio", "matvideo"];

    /// <param name="element">The markup.</param>
    /// <param name="without">Which elements are left out.</param>
    /// <param name="shown">Gets the media that it shows.</param>
    public static string Of(MarkupElement element, Func<MarkupElement, bool>? without, ShownMedia shown)
    {
        var html = new StringBuilder();
        var left = new Stack<(MarkupElement Element, bool IsEnd)>([(element, false)]);
        while (left.TryPop(out (MarkupElement Element, bool IsEnd) next))
        {
            MarkupElement current = next.Element;
            if (current.Text is { } text)
                html.Append(text);
            else if (next.IsEnd)
                html.Append('\n');
            else if (without?.Invoke(current) is not true && !Hidden.Contains(current.Name))
            {
                Show(current, shown);
                if (HtmlText.IsBlock(current.Name))
                {
                    html.Append('\n');
                    left.Push((current, true));
                }
                for (int index = current.Children.Count - 1; index >= 0; index--)
                    left.Push((current.Children[index], false));
            }
        }
        return Collapsed(html);
    }

    private static void Show(MarkupElement element, ShownMedia shown)
    {
        if (element.Name == "img")
            shown.Add(element["src"], element["alt"]);
        else if (element.Name == "matimage")
            shown.Add(element["uri"], element["label"]);
        else if (element.Name == "object" && element["type"]?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true)
            shown.Add(element["data"], element["title"]);
        else if (element.Name == "object" || Media.Contains(element.Name))
            shown.AddOther();
    }

    private static string Collapsed(StringBuilder text) => string.Join('\n', text.ToString().Split('\n')
        .Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(line => line.Length > 0));
}
