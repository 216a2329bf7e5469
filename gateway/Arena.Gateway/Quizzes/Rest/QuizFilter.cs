using System.ComponentModel;
using Arena.Game.Vocabulary;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Arena.Storage.Model;
using Arena.Storage.Quizzes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>Which quizzes of a list are wanted. Case and accents make no difference.</summary>
/// <param name="Search">A part of a title, a tag, a folder or a question of one's own quizzes: up to 120 characters.</param>
/// <param name="Tag">A tag they have.</param>
/// <param name="Folder">The folder they are in.</param>
internal sealed record QuizFilter(
    [property: FromQuery(Name = "search"), Description("A part of a title, a tag, a folder, or a question of one's own quizzes, whatever its case and accents: up to 120 characters.")]
    string? Search = null,
    [property: FromQuery(Name = "tag"), Description("A tag they have.")] string? Tag = null,
    [property: FromQuery(Name = "folder"), Description("The folder they are in.")] string? Folder = null)
{
    private const int MaxSearchLength = 120;

    /// <returns>The refusal of a filter that is longer than what it could find, or that no text of a quiz can hold.</returns>
    public ProblemHttpResult? Refuse() =>
        SearchedText.Refuse(Search, MaxSearchLength) ?? SearchedText.Refuse(Tag, GameLimits.MaxTagLength) ?? SearchedText.Refuse(Folder, GameLimits.MaxFolderLength);

    /// <summary>The quizzes of an author that are wanted.</summary>
    public async Task<IQueryable<QuizRow>> ApplyAsync(ArenaDbContext context, Guid author, CancellationToken cancel)
    {
        var quizzes = QuizAccess.Writable(context, author);
        if (KeyOf(Search) is { } search)
        {
            // As written too: databases of before have keys without all that a key leaves out.
            var words = Search!.Trim();
            var questions = await QuizAccess.QuestionsOfAsync(context, QuizAccess.Owned(context, author), cancel);
            var asking = await questions.Where(question => question.PromptKey.Contains(search) || question.Prompt.Contains(words))
                .Select(question => question.QuizId).Distinct().ToArrayAsync(cancel);
            quizzes = quizzes.Where(quiz => quiz.TitleKey.Contains(search) || quiz.Title.Contains(words) || quiz.TagKeys.Contains(search)
                || quiz.FolderKey.Contains(search) || EF.Parameter(asking).Contains(quiz.Id));
        }
        if (KeyOf(Tag) is { } tag)
        {
            var among = QuizTags.KeyAmong(tag);
            quizzes = quizzes.Where(quiz => quiz.TagKeys.Contains(among));
        }
        return KeyOf(Folder) is { } folder ? quizzes.Where(quiz => quiz.FolderKey == folder) : quizzes;
    }

    /// <summary>Titles alone: in a list of others' quizzes.</summary>
    public IQueryable<QuizRow> ApplyToTitles(IQueryable<QuizRow> quizzes)
    {
        if (KeyOf(Search) is not { } search)
            return quizzes;
        var words = Search!.Trim();
        return quizzes.Where(quiz => quiz.TitleKey.Contains(search) || quiz.Title.Contains(words));
    }

    private static string? KeyOf(string? text) => string.IsNullOrWhiteSpace(text) ? null : QuizTags.Key(text.Trim());
}
