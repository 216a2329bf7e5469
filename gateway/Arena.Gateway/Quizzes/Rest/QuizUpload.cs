using System.Diagnostics.CodeAnalysis;
using Arena.Gateway.Authority;
using Arena.Gateway.Configuration;
using Arena.Gateway.Http;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Packing;
using Arena.Gateway.Quizzes.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>The quiz of a request's body, read in one of the places of <see cref="ImportQueue"/>. It keeps the place until it is disposed: storing is work as well.</summary>
internal sealed class QuizUpload(ImportPlace? place, QuizReading? reading, ProblemHttpResult? refusal, ArchivedMedia? media = null) : IDisposable
{
    /// <summary>Whether the body was not read.</summary>
    [MemberNotNullWhen(true, nameof(Refusal))]
    [MemberNotNullWhen(false, nameof(Reading))]
    public bool IsRefused => Refusal is not null;

    /// <summary>Why.</summary>
    public ProblemHttpResult? Refusal { get; } = refusal;

    /// <summary>What the body says otherwise, sound or not.</summary>
    public QuizReading? Reading { get; } = reading;

    /// <summary>The media that came with it; null if it is no archive.</summary>
    public ArchivedMedia? Media { get; } = media;

    public static QuizUpload Refused(ProblemHttpResult refusal) => new(null, null, refusal);

    /// <summary>A file that is nothing which can be read.</summary>
    public static QuizUpload Unreadable(QuizErrorCode code, int? limit = null)
    {
        var errors = new ValidationErrors();
        errors.AddToQuiz(new(1), code, limit: limit);
        return new(null, new(null, errors.InOrder(), errors.Count, 0, []), null);
    }

    /// <summary>Reads the body. Its memory is free again when this returns.</summary>
    /// <param name="http">The request.</param>
    /// <param name="queue">Gives the place.</param>
    /// <param name="options">The longest body.</param>
    /// <param name="asked">What the body is.</param>
    /// <param name="cancel">The caller is gone.</param>
    public static async Task<QuizUpload> ReadAsync(HttpContext http, ImportQueue queue, QuizOptions options, AskedImport asked, CancellationToken cancel)
    {
        using BoundedBody? body = await BoundedBody.ReadAsync(http.Request, options.MaxImportBytes, cancel);
        return body is null ? Refused(QuizRefusals.TooLong(options)) : await ReadAsync(http, queue, body, asked, cancel);
    }

    /// <summary>Reads a quiz that is in memory.</summary>
    public static async Task<QuizUpload> ReadAsync(HttpContext http, ImportQueue queue, BoundedBody body, AskedImport asked, CancellationToken cancel)
    {
        ImportPlace? place = await queue.EnterAsync(cancel);
        QuizReading? reading = null;
        try
        {
            if (place is not null)
                reading = await place.ReadAsync(StoringAuthor.Of(http), body.Content, asked);
        }
        finally
        {
            if (reading is null)
                place?.Dispose();
        }
        return reading is null ? Refused(QuizRefusals.Busy(http.Response)) : new(place, reading, null);
    }

    public void Dispose()
    {
        place?.Dispose();
        Media?.Batch.Dispose();
    }
}
