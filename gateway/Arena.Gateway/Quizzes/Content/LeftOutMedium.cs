using Arena.Gateway.Media;

namespace Arena.Gateway.Quizzes.Content;

/// <summary>A medium that a question of a file shows and its draft lacks.</summary>
/// <param name="File">Its file or address, as the question names it.</param>
/// <param name="Code">Why.</param>
internal sealed record LeftOutMedium(string File, MediaErrorCode Code);
