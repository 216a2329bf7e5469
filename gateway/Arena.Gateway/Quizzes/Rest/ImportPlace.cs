using System.IO.Compression;
using System.Threading.RateLimiting;
using Arena.Gateway.Authority;
using Arena.Gateway.Configuration;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Reading;
using Arena.Gateway.Threading;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>One of the places of <see cref="ImportQueue"/>.</summary>
internal sealed class ImportPlace(RateLimitLease lease, QuizOptions options, TimeProvider clock, CancellationToken cancel) : IDisposable
{
    /// <summary>Reads a file on a thread that gives way to games, and stops when the caller is gone.</summary>
    /// <param name="author">For whom.</param>
    /// <param name="file">The file; empty if it is a package on the disk.</param>
    /// <param name="asked">What it is.</param>
    /// <param name="package">The package.</param>
    /// <returns>The result, or null if it took too long.</returns>
    public async Task<QuizReading?> ReadAsync(StoringAuthor author, ReadOnlyMemory<byte> file, AskedImport asked, ZipArchive? package = null)
    {
        QuestionLimit limit = author.IsGuest ? QuestionLimit.OfGuest(options.MaxGuestQuestions) : QuestionLimit.OfAccount;
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(options.ImportSeconds), clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancel);
        try
        {
            return await Background.RunAsync(
                () => Task.FromResult(package is null
                    ? QuizReader.Read(file, asked.Format, new ReadingWork(stop.Token), limit, asked.Title, asked.SkipInvalid, asked.FallbackTitle)
                    : QuizReader.ReadPackage(package, new ReadingWork(stop.Token), limit, asked.Title, asked.SkipInvalid, asked.FallbackTitle)));
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            return null;
        }
    }

    public void Dispose() => lease.Dispose();
}
