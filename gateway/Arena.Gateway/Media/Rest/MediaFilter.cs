using System.ComponentModel;
using Arena.Gateway.Http;
using Arena.Storage.Quizzes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Arena.Gateway.Media.Rest;

/// <summary>Which media of a library are wanted.</summary>
/// <param name="AskedPage">The page, counted from 0.</param>
/// <param name="Search">A part of a title, an alternative text or a credit.</param>
/// <param name="Unused">Whether only those are wanted that no quiz uses.</param>
internal sealed record MediaFilter(
    [property: FromQuery(Name = "page"), Description("The page, counted from 0.")] int AskedPage = 0,
    [property: FromQuery(Name = "search"), Description("A part of a title, an alternative text or a credit, whatever its case and accents: up to 120 characters.")]
    string? Search = null,
    [property: FromQuery(Name = "unused"), Description("Whether only those are wanted that none of the author's quizzes uses.")] bool Unused = false)
{
    private const int MaxPage = 100_000;
    private const int MaxSearchLength = 120;

    public int Page => Math.Clamp(AskedPage, 0, MaxPage);

    /// <summary>The text to search for; null for everything.</summary>
    public string? Key => string.IsNullOrWhiteSpace(Search) ? null : QuizTags.Key(Search.Trim());

    /// <returns>The refusal of a search that is longer than what it could find, or that no text can hold.</returns>
    public ProblemHttpResult? Refuse() => SearchedText.Refuse(Search, MaxSearchLength);
}
