namespace Arena.Gateway.Quizzes.Reading.Tables;

/// <summary>The types of questions that tables name.</summary>
internal static class TableTypes
{
    /// <summary>Beginnings of words for types other than a choice of one option, and true or false.</summary>
    private static readonly string[] NotPlayed =
    [
        "checkbox", "multi-select", "multiselect", "multiple select", "multiple answer", "fill", "open", "poll", "draw", "essay", "match", "order",
        "reorder", "slide", "survey", "numeric", "number", "short", "type answer", "text", "drag", "hotspot", "word cloud", "puzzle", "jumble",
        "audio", "video", "graph", "categor", "label", "dropdown", "comprehension", "brainstorm", "pin", "scale", "passage",
    ];

    /// <summary>Whether Arena plays questions of that type; of types that are not known it is tried.</summary>
    public static bool ArePlayed(string type)
    {
        string name = type.Trim();
        return !Array.Exists(NotPlayed, beginning => name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));
    }
}
