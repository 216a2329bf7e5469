using Arena.Gateway.Media;

namespace Arena.Gateway.Quizzes.Content;

/// <summary>A medium of a file that was not taken, and a question that lacks it.</summary>
/// <param name="Question">Its place among the questions that are imported, from 1.</param>
/// <param name="Prompt">The beginning of the question, 80 characters at most.</param>
/// <param name="File">The file in the archive or the address in the text, 80 characters at most, or the name of the medium if there is none.</param>
/// <param name="Code">Why: <c>unknownMedia</c> if the archive has no such file.</param>
/// <param name="Limit">The limit that was met.</param>
public sealed record MissingMedium(int Question, string Prompt, string File, MediaErrorCode Code, long? Limit)
{
    /// <summary>So many are listed.</summary>
    internal const int Listed = 100;
}
