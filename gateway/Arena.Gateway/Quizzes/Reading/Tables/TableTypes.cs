using Arena.Game.Vocabulary;

namespace Arena.Gateway.Quizzes.Reading.Tables;

/// <summary>The types of questions that tables name.</summary>
internal static class TableTypes
{
    /// <summary>Beginnings of words for types that the options do not decide; null for what Arena does not play. The first that fits counts.</summary>
    private static readonly (string Beginning, QuestionType? Type)[] Types =
    [
        .. Each(QuestionType.SingleChoice, "single"),
        .. Each(QuestionType.TrueFalse, "true"),
        .. Each(QuestionType.MultipleChoice, "checkbox", "multi-select", "multiselect", "multiple select", "multiple answer", "multiple response"),
        .. Each(QuestionType.TypedAnswer, "fill", "short", "type answer", "typed", "text"),
        .. Each(QuestionType.OpenText, "open", "essay", "brainstorm"),
        .. Each(QuestionType.Poll, "poll", "survey"),
        .. Each(QuestionType.Order, "order", "reorder", "puzzle", "jumble", "sort"),
        .. Each(QuestionType.Slider, "slider"),
        .. Each(QuestionType.Slide, "slide"),
        .. Each(QuestionType.Number, "numeric", "number"),
        .. Each(QuestionType.Match, "match"),
        .. Each(QuestionType.WordCloud, "word cloud", "wordcloud"),
        .. Each(QuestionType.Rating, "rating", "scale"),
        .. Each(null, "draw", "drag", "hotspot", "audio", "video", "graph", "categor", "label", "dropdown", "comprehension", "pin", "passage"),
    ];

    /// <summary>The type of that name; of types that are not known a choice is tried.</summary>
    /// <returns>Whether Arena plays questions of that type, and which it is, unless the options decide.</returns>
    public static (bool IsPlayed, QuestionType? Type) Of(string type)
    {
        string name = type.Trim();
        foreach ((string beginning, QuestionType? known) in Types)
        {
            if (name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
                return (known is not null, known);
        }
        return (true, null);
    }

    private static IEnumerable<(string Beginning, QuestionType? Type)> Each(QuestionType? type, params IEnumerable<string> beginnings) =>
        beginnings.Select(beginning => (beginning, type));
}
