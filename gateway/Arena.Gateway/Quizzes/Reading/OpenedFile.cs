using System.IO.Compression;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading;

/// <summary>A file of which it is known what holds its questions.</summary>
/// <param name="Kind">What holds them.</param>
/// <param name="Content">Text without a byte order mark, or the file as it is.</param>
/// <param name="Assumption">The assumption about its encoding.</param>
internal sealed record OpenedFile(SourceKind Kind, ReadOnlyMemory<byte> Content, QuizWarningCode? Assumption = null)
{
    /// <summary>A package on the disk, whose list of entries was checked; null if <see cref="Content"/> is the file.</summary>
    public ZipArchive? Archive { get; init; }
}
