using System.Text;

namespace Arena.Gateway.Quizzes.Reading.Markup;

/// <summary>The text of markup that is itself XML, as a browser would show it.</summary>
internal static class MarkupText
{
    private static readonly HashSet<string> Hidden = ["script", "style", "rubricblock", "feedbackblock", "feedbackinline", "modalfeedback"];

    private static readonly HashSet<string> Media = ["img", "video", "audio", "object", "iframe", "matimage", "mataudio", "matvideo"];

    /// <param name="element">The markup.</param>
    /// <param name="without">Which elements are left out.</param>
    /// <param name="hasMedia">Set if it shows a picture or other media.</param>
    public static string Of(MarkupElement element, Func<MarkupElement, bool>? without, ref bool hasMedia)
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
                hasMedia |= Media.Contains(current.Name);
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

    private static string Collapsed(StringBuilder text) => string.Join('\n', text.ToString().Split('\n')
        .Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(line => line.Length > 0));
}
