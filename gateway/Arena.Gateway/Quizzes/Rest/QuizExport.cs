using System.ComponentModel;
using Arena.Game.Vocabulary;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Arena.Gateway.Quizzes.Packing;
using Arena.Gateway.Quizzes.Writing;
using Arena.Storage.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>A quiz as a file for other programs, and what such a file lacks.</summary>
internal static class QuizExport
{
    private const string FormatMeaning = "What the file is written in: arena, csv, kahoot, gift, moodle or qti, in any case.";

    public static async Task<IResult> GetAsync(
        string id, HttpContext http, QuizStore store, QuizDocuments documents, MediaExport exports, CancellationToken cancel,
        [Description(FormatMeaning)] string format = "arena")
    {
        if (FormatNamed(format) is not { } known)
            return UnknownFormat();
        (StoredFile? file, ProblemHttpResult? refusal) = await FindAsync(id, http, known, store, documents, cancel);
        if (file is null)
            return refusal!;
        List<MediaRow> media = await exports.MediaOfAsync(file, cancel);
        // Arena's own JSON is whole as it is; other files have places for what they name.
        if (media.Count > 0 || (known != ExportFormat.Arena && file.Media.Count > 0))
            return await exports.ReplyAsync(http, file, known, media, cancel);
        var kind = FileKind.Of(known);
        return QuizFileReply.Of(http, file, kind, FileName.Of(file.Title, kind.Extension));
    }

    public static async Task<Results<Ok<ExportLosses>, ProblemHttpResult>> LossesAsync(
        string id, HttpContext http, QuizStore store, QuizDocuments documents, MediaExport exports, CancellationToken cancel,
        [Description(FormatMeaning)] string format = "arena")
    {
        if (FormatNamed(format) is not { } known)
            return UnknownFormat();
        (StoredFile? file, ProblemHttpResult? refusal) = await FindAsync(id, http, known, store, documents, cancel);
        return file is null ? refusal! : TypedResults.Ok(await exports.LossesAsync(file, known, cancel));
    }

    /// <summary>The file is written to learn what it lacks: it is kept for the download that follows.</summary>
    private static async Task<(StoredFile? File, ProblemHttpResult? Refusal)> FindAsync(
        string id, HttpContext http, ExportFormat format, QuizStore store, QuizDocuments documents, CancellationToken cancel)
    {
        if (!Guid.TryParse(id, out Guid quiz) || await store.FindWritableAsync(http.User.Id(), quiz, cancel) is not { } version)
            return (null, Problems.Of(GameErrorCode.UnknownQuiz));
        (StoredFile? file, GameErrorCode? refusal) = await documents.GetAsync(quiz, version, format, store.PartsOf(quiz, isForAuthors: true), cancel);
        return (file, refusal is { } code ? QuizRefusals.NotRead(http.Response, code) : null);
    }

    private static ProblemHttpResult UnknownFormat() =>
        Problems.Of(GameErrorCode.InvalidMessage, detail: "format is arena, csv, kahoot, gift, moodle or qti.");

    private static ExportFormat? FormatNamed(string name) =>
        Array.Find(Enum.GetNames<ExportFormat>(), known => known.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found
            ? Enum.Parse<ExportFormat>(found)
            : null;
}
