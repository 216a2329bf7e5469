using System.ComponentModel;
using Arena.Game.Vocabulary;
using Arena.Gateway.Http;
using Arena.Storage.Model;
using Arena.Storage.Quizzes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>Which quizzes of a list are wanted. Case and accents make no difference.</summary>
/// <param name="Search">What is in a title, a tag, a folder or a question: up to 120 characters.</param>
/// <param name="Tag">A tag they have.</param>
/// <param name="Folder">The folder they are in.</param>
internal sealed record QuizFilter(
    [property: FromQuery(Name = "search"), Description("What is in a title, a tag, a folder or a question, whatever its case and accents: up to 120 characters.")]
    string? Search = null,
    [property: FromQuery(Name = "tag"), Description("A tag they have.")] string? Tag = null,
    [property: FromQuery(Name = "folder"), Description("The folder they are in.")] string? Folder = null)
{
    private const int MaxSearchLength = 120;

    /// <returns>The refusal of a filter that is longer than what it could find.</returns>
    public ProblemHttpResult? Refuse() =>
        RefuseLonger(Search, MaxSearchLength) ?? RefuseLonger(Tag, GameLimits.MaxTagLength) ?? RefuseLonger(Folder, GameLimits.MaxFolderLength);

    public IQueryable<QuizRow> Apply(IQueryable<QuizRow> quizzes)
    {
        if (KeyOf(Search) is { } search)
        {
            quizzes = quizzes.Where(quiz => quiz.TitleKey.Contains(search) || quiz.TagKeys.Contains(search) || quiz.FolderKey.Contains(search)
                || quiz.Questions.Any(question => question.PromptKey.Contains(search)));
        }
        if (KeyOf(Tag) is { } tag)
        {
            var among = QuizTags.KeyAmong(tag);
            quizzes = quizzes.Where(quiz => quiz.TagKeys.Contains(among));
        }
        return KeyOf(Folder) is { } folder ? quizzes.Where(quiz => quiz.FolderKey == folder) : quizzes;
    }

    /// <summary>Titles alone: in a list of others' quizzes.</summary>
    public IQueryable<QuizRow> ApplyToTitles(IQueryable<QuizRow> quizzes) =>
        KeyOf(Search) is { } search ? quizzes.Where(quiz => quiz.TitleKey.Contains(search)) : quizzes;

    private static string? KeyOf(string? text) => string.IsNullOrWhiteSpace(text) ? null : QuizTags.Key(text.Trim());

    private static ProblemHttpResult? RefuseLonger(string? text, int most) =>
        text?.Length > most ? Problems.Of(GameErrorCode.OutOfRange, limit: most) : null;
}
