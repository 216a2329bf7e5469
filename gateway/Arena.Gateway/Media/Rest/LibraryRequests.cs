using Arena.Game.Vocabulary;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Arena.Gateway.Media.Rest;

/// <summary>An author's library, as its author lists and changes it.</summary>
internal static class LibraryRequests
{
    public const int MaxTitleLength = 120;

    public static async Task<Results<Ok<MediaPage>, ProblemHttpResult>> ListAsync(
        [AsParameters] MediaFilter filter, HttpContext http, OwnMedia media, CancellationToken cancel) =>
        filter.Refuse() is { } refusal ? refusal : TypedResults.Ok(await media.ListAsync(StoringAuthor.Of(http), filter, cancel));

    public static async Task<Results<NoContent, ProblemHttpResult>> DescribeAsync(
        string name, MediumTexts texts, HttpContext http, OwnMedia media, CancellationToken cancel)
    {
        // A body may say null.
        if (texts is null)
            return Problems.Of(GameErrorCode.InvalidMessage);
        if (!PlainLine.TryRead(texts.Title, MaxTitleLength, out var title))
            return Unsound(nameof(texts.Title), MaxTitleLength);
        if (!PlainLine.TryRead(texts.Alt, GameLimits.MaxAltLength, out var alt))
            return Unsound(nameof(texts.Alt), GameLimits.MaxAltLength);
        if (!PlainLine.TryRead(texts.Credit, GameLimits.MaxCreditLength, out var credit))
            return Unsound(nameof(texts.Credit), GameLimits.MaxCreditLength);
        return await media.DescribeAsync(StoringAuthor.Of(http), name, title, alt, credit, cancel)
            ? TypedResults.NoContent()
            : MediaRefusals.Of(new(MediaErrorCode.UnknownMedia));
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(string name, HttpContext http, OwnMedia media, CancellationToken cancel) =>
        await media.RemoveAsync(StoringAuthor.Of(http), name, cancel) is { } refusal ? MediaRefusals.Of(refusal) : TypedResults.NoContent();

    public static async Task<Ok<RemovedMedia>> RemoveUnusedAsync(HttpContext http, OwnMedia media, CancellationToken cancel) =>
        TypedResults.Ok(new RemovedMedia(await media.RemoveUnusedAsync(StoringAuthor.Of(http), cancel)));

    private static ProblemHttpResult Unsound(string member, int limit) =>
        Problems.Of(GameErrorCode.InvalidMessage, detail: $"{member} is one line of text of up to {limit} characters, or null.", limit: limit);
}
