using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using Arena.Gateway.Authority;
using Arena.Gateway.Configuration;
using Arena.Gateway.Http;
using Arena.Gateway.Media.Uploads;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>The quiz of a request's body, read in one of the places of <see cref="ImportQueue"/>. It keeps the place until it is disposed: storing is work as well.</summary>
internal sealed class QuizUpload(ImportPlace? place, QuizReading? reading, ProblemHttpResult? refusal, MediaBatch? batch = null) : IDisposable
{
    /// <summary>Whether the body was not read.</summary>
    [MemberNotNullWhen(true, nameof(Refusal))]
    [MemberNotNullWhen(false, nameof(Reading))]
    public bool IsRefused => Refusal is not null;

    /// <summary>Why.</summary>
    public ProblemHttpResult? Refusal { get; } = refusal;

    /// <summary>What the body says otherwise, sound or not.</summary>
    public QuizReading? Reading { get; } = reading;

    /// <summary>The media that came with it; null if there are none.</summary>
    public MediaBatch? Batch { get; } = batch;

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
        return body is null ? Refused(QuizRefusals.TooLong(options)) : await ReadAsync(http, queue, body.Content, asked, cancel);
    }

    /// <summary>Reads a quiz that is in memory, or in a package on the disk.</summary>
    public static async Task<QuizUpload> ReadAsync(
        HttpContext http, ImportQueue queue, ReadOnlyMemory<byte> file, AskedImport asked, CancellationToken cancel, ZipArchive? package = null)
    {
        ImportPlace? place = await queue.EnterAsync(cancel);
        QuizReading? reading = null;
        try
        {
            if (place is not null)
                reading = await place.ReadAsync(StoringAuthor.Of(http), file, asked, package);
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
        Batch?.Dispose();
    }
}
