using System.Text.Json;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading;

/// <summary>Reads the hint of a question in Arena's own JSON.</summary>
internal static class ArenaJsonHint
{
    /// <returns>The hint at the cursor; null if there is none, or if it cannot be read.</returns>
    public static HintDraft? Read(ref JsonCursor json)
    {
        if (json.Kind == JsonTokenType.Null)
            return null;
        SourceMark start = json.Here;
        if (!json.EnterObject())
            return null;
        Sourced<string>? text = null;
        Sourced<int>? costPercent = null;
        while (json.NextMember(out string member))
        {
            switch (member)
            {
                case "text": text = json.ReadText(); break;
                case "costPercent": costPercent = json.ReadInteger(); break;
                default: json.RefuseMember(member); break;
            }
        }
        json.Require(start, "text");
        return text is null ? null : new(text, start) { CostPercent = costPercent };
    }
}
