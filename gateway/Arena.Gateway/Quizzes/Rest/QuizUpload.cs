using System.Diagnostics.CodeAnalysis;
using Arena.Gateway.Authority;
using Arena.Gateway.Configuration;
using Arena.Gateway.Http;
using Arena.Gateway.Quizzes.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>The quiz of a request's body, read in one of the places of <see cref="ImportQueue"/>. It keeps the place until it is disposed: storing is work as well.</summary>
internal sealed class QuizUpload : IDisposable
{
    private readonly ImportPlace? _place;

    private QuizUpload(ImportPlace? place, QuizReading? reading, ProblemHttpResult? refusal) =>
        (_place, Reading, Refusal) = (place, reading, refusal);

    /// <summary>Whether the body was not read.</summary>
    [MemberNotNullWhen(true, nameof(Refusal))]
    [MemberNotNullWhen(false, nameof(Reading))]
    public bool IsRefused => Refusal is not null;

    /// <summary>Why.</summary>
    public ProblemHttpResult? Refusal { get; }

    /// <summary>What the body says otherwise, sound or not.</summary>
    public QuizReading? Reading { get; }

    /// <summary>Reads the body. Its memory is free again when this returns.</summary>
    /// <param name="http">The request.</param>
    /// <param name="queue">Gives the place.</param>
    /// <param name="options">The longest body.</param>
    /// <param name="format">What the body is written in.</param>
    /// <param name="title">The quiz's title; wins over the body's.</param>
    /// <param name="skipInvalid">Whether unsound questions are left out; else one of them refuses the quiz.</param>
    /// <param name="cancel">The caller is gone.</param>
    /// <param name="fallbackTitle">The title of a quiz whose body has none that is sound.</param>
    public static async Task<QuizUpload> ReadAsync(
        HttpContext http, ImportQueue queue, QuizOptions options, QuizFormat format, string? title, bool skipInvalid, CancellationToken cancel,
        string? fallbackTitle = null)
    {
        using BoundedBody? body = await BoundedBody.ReadAsync(http.Request, options.MaxImportBytes, cancel);
        if (body is null)
            return new(null, null, QuizRefusals.TooLong(options));
        ImportPlace? place = await queue.EnterAsync(cancel);
        QuizReading? reading = null;
        try
        {
            if (place is not null)
                reading = await place.ReadAsync(StoringAuthor.Of(http), body.Content, format, title, skipInvalid, fallbackTitle);
        }
        finally
        {
            if (reading is null)
                place?.Dispose();
        }
        return reading is null ? new(null, null, QuizRefusals.Busy(http.Response)) : new(place, reading, null);
    }

    public void Dispose() => _place?.Dispose();
}
