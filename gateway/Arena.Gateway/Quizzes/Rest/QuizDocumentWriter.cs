using System.IO.Compression;
using System.Text.Json;
using Arena.Game.Questions;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>Writes a quiz as <see cref="QuizDocument"/> would be written, some questions at a time, and compresses it on the way.</summary>
internal sealed class QuizDocumentWriter : IDisposable
{
    private readonly MemoryStream _compressed = new();
    private readonly GZipStream _gzip;
    private readonly JsonSerializerOptions _json;
    private readonly QuizVersion _version;
    private long _length;
    private bool _hasQuestions;

    public QuizDocumentWriter(QuizHead head, JsonSerializerOptions json)
    {
        (_json, _version) = (json, head.Version);
        _gzip = new(_compressed, CompressionLevel.Fastest, leaveOpen: true);
        // The questions are the last member, and there are none yet.
        Write(JsonSerializer.SerializeToUtf8Bytes(QuizDocument.Of(head.Content), json).AsSpan(..^End.Length));
    }

    private static ReadOnlySpan<byte> End => "]}"u8;

    public void Add(IEnumerable<Question> questions)
    {
        foreach (Question question in questions)
        {
            if (_hasQuestions)
                Write(","u8);
            Write(JsonSerializer.SerializeToUtf8Bytes(question, _json));
            _hasQuestions = true;
        }
    }

    /// <summary>Ends it.</summary>
    public StoredDocument ToDocument()
    {
        Write(End);
        _gzip.Dispose();
        return new(_compressed.ToArray(), _length, _version);
    }

    public void Dispose()
    {
        _gzip.Dispose();
        _compressed.Dispose();
    }

    private void Write(ReadOnlySpan<byte> json)
    {
        _gzip.Write(json);
        _length += json.Length;
    }
}
