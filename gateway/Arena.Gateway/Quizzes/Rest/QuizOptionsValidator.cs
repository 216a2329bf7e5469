using System.Globalization;
using Arena.Game.Vocabulary;
using Arena.Gateway.Configuration;
using Arena.Gateway.Quizzes.Reading.Archives;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>Stops the start with the key, the value and what would be right.</summary>
internal sealed class QuizOptionsValidator : IValidateOptions<QuizOptions>
{
    private const long MostBytes = 1L << 40;

    public ValidateOptionsResult Validate(string? name, QuizOptions options)
    {
        string[] faults =
        [
            .. Check(nameof(options.MaxImportBytes), options.MaxImportBytes, 1024, 64 * 1024 * 1024),
            .. Check(nameof(options.MaxArchiveBytes), options.MaxArchiveBytes, 1024, int.MaxValue),
            .. Check(nameof(options.MaxArchiveMedia), options.MaxArchiveMedia, 1, ArchiveEntries.Most),
            .. Check(nameof(options.MaxQuizzesPerAuthor), options.MaxQuizzesPerAuthor, 1, 10_000),
            .. Check(nameof(options.MaxQuestionsPerAuthor), options.MaxQuestionsPerAuthor, 1, 1_000_000),
            .. Check(nameof(options.MaxGuestQuestions), options.MaxGuestQuestions, 1, GameLimits.MaxQuizQuestions),
            .. Check(nameof(options.MaxGuestBytes), options.MaxGuestBytes, 1024, MostBytes),
            .. Check(nameof(options.StoredBytesPerDay), options.StoredBytesPerDay, 1024, MostBytes),
            .. Check(nameof(options.RequestsPerMinute), options.RequestsPerMinute, 1, 1_000_000),
            .. Check(nameof(options.SignInsPerMinute), options.SignInsPerMinute, 1, 1_000_000),
            .. Check(nameof(options.NewAuthorsPerMinute), options.NewAuthorsPerMinute, 1, 1_000_000),
            .. Check(nameof(options.ConcurrentRequests), options.ConcurrentRequests, 1, 1_000),
            .. Check(nameof(options.QueuedRequests), options.QueuedRequests, 0, 10_000),
            .. Check(nameof(options.ConcurrentImports), options.ConcurrentImports, 1, 64),
            .. Check(nameof(options.QueuedImports), options.QueuedImports, 0, 1_000),
            .. Check(nameof(options.ImportSeconds), options.ImportSeconds, 1, 600),
        ];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Check(string key, long value, long least, long most)
    {
        if (value < least || value > most)
            yield return string.Create(
                CultureInfo.InvariantCulture, $"{QuizOptions.Section}:{key} is '{value}'. Give a number from {least} to {most}.");
    }
}
