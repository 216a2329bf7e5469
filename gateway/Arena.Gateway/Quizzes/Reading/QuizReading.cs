using System.Collections.Frozen;
using System.Collections.Immutable;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading;

/// <summary>The result of reading a file.</summary>
/// <param name="Content">The quiz, or null if nothing is to be stored.</param>
/// <param name="Errors">The errors in the order of the file: the first of them if there are very many.</param>
/// <param name="ErrorCount">How many there are.</param>
/// <param name="SkippedQuestions">How many questions <paramref name="Content"/> lacks.</param>
/// <param name="Warnings">Assumptions about the file, whether or not it has faults.</param>
internal sealed record QuizReading(
    QuizContent? Content, ImmutableArray<QuizError> Errors, int ErrorCount, int SkippedQuestions, IReadOnlyList<QuizWarning> Warnings)
{
    /// <summary>What the media of the quiz are made of, by the names that it gives them; empty where it names media of a server.</summary>
    public IReadOnlyDictionary<string, PackedFile> Files { get; init; } = FrozenDictionary<string, PackedFile>.Empty;

    /// <summary>The first media that its questions lack, in their order.</summary>
    public IReadOnlyList<MissingMedium> MissingMedia { get; init; } = [];
}
