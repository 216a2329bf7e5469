using Arena.Gateway.Media.Uploads;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Packing;

/// <summary>What became of the media of a file.</summary>
/// <param name="Content">The quiz, by the names that its media have here.</param>
/// <param name="Batch">Those that were taken, to be stored with it.</param>
/// <param name="Missing">The first of those that were not, in the order of the quiz.</param>
internal sealed record ArchivedMedia(QuizContent Content, MediaBatch Batch, IReadOnlyList<MissingMedium> Missing);
