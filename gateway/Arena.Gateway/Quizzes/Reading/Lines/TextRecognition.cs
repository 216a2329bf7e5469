namespace Arena.Gateway.Quizzes.Reading.Lines;

/// <summary>Recognises text formats of Moodle by their first lines.</summary>
internal static class TextRecognition
{
    public static bool IsAiken(IReadOnlyList<SourceLine> lines) => lines.Any(line => AikenReader.IsAnswer(line.Text));

    /// <summary>A title, a category, or braces that open and close with their meaning.</summary>
    public static bool IsGift(IReadOnlyList<SourceLine> lines)
    {
        bool isOpen = false;
        foreach (SourceLine line in lines)
        {
            if (line.Text.StartsWith("::", StringComparison.Ordinal) || line.Text.StartsWith("$CATEGORY:", StringComparison.Ordinal))
                return true;
            int brace = isOpen ? 0 : GiftText.IndexOf(line.Text, "{");
            if (brace < 0)
                continue;
            isOpen = GiftText.IndexOf(line.Text.AsSpan(brace), "}") < 0;
            if (!isOpen)
                return true;
        }
        return false;
    }
}
