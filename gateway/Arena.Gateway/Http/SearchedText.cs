using Arena.Game.Vocabulary;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Arena.Gateway.Http;

/// <summary>A text by which a caller searches.</summary>
internal static class SearchedText
{
    /// <returns>The refusal of one that is longer than what it could find, or that no stored text can hold.</returns>
    public static ProblemHttpResult? Refuse(string? text, int most)
    {
        if (text?.Length > most)
            return Problems.Of(GameErrorCode.OutOfRange, limit: most);
        return text?.Any(char.IsControl) == true ? Problems.Of(GameErrorCode.InvalidMessage, detail: "A text holds a control character.") : null;
    }
}
