using System.Collections.Frozen;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading;

/// <summary>What a reader made of a file.</summary>
/// <param name="Draft">The questions that could be read; null if the file cannot be read at all.</param>
/// <param name="Unread">How many questions could not be read.</param>
/// <param name="Warnings">Assumptions and omissions.</param>
internal sealed record DraftReading(QuizDraft? Draft, int Unread, IReadOnlyList<QuizWarning> Warnings)
{
    /// <summary>What the media of the draft are made of, by the names that it gives them.</summary>
    public IReadOnlyDictionary<string, PackedFile> Files { get; init; } = FrozenDictionary<string, PackedFile>.Empty;

    /// <summary>The file cannot be read at all; the faults say why.</summary>
    public static DraftReading None { get; } = new(null, 0, []);
}
