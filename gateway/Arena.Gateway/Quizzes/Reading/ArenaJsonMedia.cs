using System.Text.Json;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading;

/// <summary>Reads the media of Arena's own JSON.</summary>
internal static class ArenaJsonMedia
{
    /// <returns>The medium at the cursor; null if there is none, or if it cannot be read.</returns>
    public static MediumDraft? Read(ref JsonCursor json)
    {
        if (json.Kind == JsonTokenType.Null)
            return null;
        SourceMark start = json.Here;
        if (!json.EnterObject())
            return null;
        Sourced<string>? name = null, kind = null, alt = null, credit = null;
        Sourced<int>? width = null, height = null, seconds = null;
        while (json.NextMember(out string member))
        {
            switch (member)
            {
                case "name": name = json.ReadText(); break;
                case "kind": kind = json.ReadText(); break;
                case "alt": alt = json.ReadTextOrNull(); break;
                case "credit": credit = json.ReadTextOrNull(); break;
                case "width": width = json.ReadInteger(); break;
                case "height": height = json.ReadInteger(); break;
                case "seconds": seconds = json.ReadInteger(); break;
                default: json.RefuseMember(member); break;
            }
        }
        json.Require(start, "name", "kind");
        return name is null || kind is null
            ? null
            : new(name, kind) { Alt = alt, Credit = credit, Width = width, Height = height, Seconds = seconds };
    }
}
