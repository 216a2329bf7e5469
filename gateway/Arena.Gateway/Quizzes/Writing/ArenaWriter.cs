using System.Text.Json;
using Arena.Game.Questions;

namespace Arena.Gateway.Quizzes.Writing;

/// <summary>Writes Arena's own JSON as <c>QuizDocument</c> would be written.</summary>
internal sealed class ArenaWriter : IQuizWriter
{
    private readonly Stream _output;
    private readonly JsonSerializerOptions _json;
    private bool _hasQuestions;

    /// <param name="start">The document without questions.</param>
    /// <param name="output">Receives the file.</param>
    /// <param name="json">How questions are written.</param>
    public ArenaWriter(ReadOnlySpan<byte> start, Stream output, JsonSerializerOptions json)
    {
        (_output, _json) = (output, json);
        // The questions are the last member, and there are none yet.
        _output.Write(start[..^End.Length]);
    }

    private static ReadOnlySpan<byte> End => "]}"u8;

    public void Add(Question question)
    {
        if (_hasQuestions)
            _output.Write(","u8);
        _output.Write(JsonSerializer.SerializeToUtf8Bytes(question, _json));
        _hasQuestions = true;
    }

    public void Finish() => _output.Write(End);

    public void Dispose()
    {
    }
}
