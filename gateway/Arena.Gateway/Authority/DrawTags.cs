using Arena.Game.Vocabulary;
using Arena.Gateway.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Arena.Gateway.Authority;

/// <summary>The tags by which a game draws its questions.</summary>
internal static class DrawTags
{
    /// <returns>The refusal of more tags, or longer ones, than a quiz may have.</returns>
    public static ProblemHttpResult? Refuse(IReadOnlyList<string>? tags)
    {
        if (tags?.Count > GameLimits.MaxTags)
            return Problems.Of(GameErrorCode.OutOfRange, limit: GameLimits.MaxTags);
        return tags?.Any(string.IsNullOrEmpty) == true
            ? Problems.Of(GameErrorCode.OutOfRange, limit: GameLimits.MaxTagLength)
            : tags?.Select(tag => SearchedText.Refuse(tag, GameLimits.MaxTagLength)).FirstOrDefault(refusal => refusal is not null);
    }
}
