using System.ComponentModel;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Arena.Storage.Model;
using Arena.Storage.Quizzes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Arena.Gateway.GameResults;

/// <summary>Which games of a list are wanted.</summary>
/// <param name="Before">Launched before this instant: that of the last one of the page before.</param>
/// <param name="Search">A part of the title of the quiz, or the join code.</param>
internal sealed record GameFilter(
    [property: FromQuery(Name = "before"), Description("Launched before this instant: that of the last one of the page before.")] DateTimeOffset? Before = null,
    [property: FromQuery(Name = "search"), Description("A part of the title of the quiz, whatever its case and accents, or the join code: up to 120 characters.")]
    string? Search = null)
{
    private const int MaxSearchLength = 120;

    /// <returns>The refusal of a search that is longer than what it could find.</returns>
    public ProblemHttpResult? Refuse() => SearchedText.Refuse(Search, MaxSearchLength);

    /// <summary>The games of a host that are wanted.</summary>
    public IQueryable<GameSessionRow> Apply(ArenaDbContext context, Guid host)
    {
        var games = HostAccess.Hosted(context, host).Where(game => game.Status != SessionStatus.Expired);
        if (Before is { } instant)
            games = games.Where(game => game.CreatedAt < instant);
        if (string.IsNullOrWhiteSpace(Search))
            return games;
        var (words, code) = (Search.Trim(), Search.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant());
        var key = QuizTags.Key(words);
        return games.Where(game => game.Code == code
            || context.Quizzes.Any(quiz => quiz.Id == game.QuizId && (quiz.TitleKey.Contains(key) || quiz.Title.Contains(words))));
    }
}
