using System.IO.Compression;
using Arena.Gateway.Quizzes.Writing;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>A quiz as a file, compressed: the memory holds many times as many, and most callers take it as it is.</summary>
/// <param name="Title">Of the quiz.</param>
/// <param name="Bytes">The file.</param>
/// <param name="IsGzip">Whether the bytes are compressed (RFC 1952) beyond what the file itself is.</param>
/// <param name="Length">Its bytes before that.</param>
/// <param name="Version">Of the quiz.</param>
/// <param name="Losses">What the file does not say.</param>
/// <param name="Media">What it names, and lacks until it is sent.</param>
internal sealed record StoredFile(
    string Title, byte[] Bytes, bool IsGzip, long Length, QuizVersion Version, ExportLosses Losses, IReadOnlyList<QuestionMedia> Media)
{
    /// <summary>Decompresses it part by part, as it is read.</summary>
    public Stream Open()
    {
        var bytes = new MemoryStream(Bytes, writable: false);
        return IsGzip ? new GZipStream(bytes, CompressionMode.Decompress) : bytes;
    }
}
