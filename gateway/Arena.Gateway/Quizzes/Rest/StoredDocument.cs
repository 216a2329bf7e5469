using System.IO.Compression;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>A quiz as it is exported, compressed: the memory holds many times as many, and most callers take it as it is.</summary>
/// <param name="Gzip">In UTF-8, compressed (RFC 1952).</param>
/// <param name="Length">Its bytes before that.</param>
/// <param name="Version">Of the quiz.</param>
internal sealed record StoredDocument(byte[] Gzip, long Length, QuizVersion Version)
{
    /// <summary>Decompresses it part by part, as it is read.</summary>
    public Stream OpenJson() => new GZipStream(new MemoryStream(Gzip, writable: false), CompressionMode.Decompress);
}
