using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json;
using Arena.Game.Questions;
using Arena.Gateway.Quizzes.Writing;
using Arena.Gateway.Quizzes.Writing.Lines;
using Arena.Gateway.Quizzes.Writing.Markup;
using Arena.Gateway.Quizzes.Writing.Tables;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>Writes a quiz as a file, some questions at a time, and compresses it on the way.</summary>
internal sealed class QuizFileWriter : IDisposable
{
    /// <summary>The last four bytes of what GZip compressed: how many bytes it was.</summary>
    private const int LengthBytes = sizeof(uint);

    private readonly MemoryStream _file = new();
    private readonly Stream _output;
    private readonly IQuizWriter _writer;
    private readonly LossCounter _losses = new();
    private readonly List<QuestionMedia> _media = [];
    private readonly QuizHead _head;
    private readonly bool _isArchive;
    private readonly bool _isOwn;

    public QuizFileWriter(ExportFormat format, QuizHead head, JsonSerializerOptions json)
    {
        (_head, _isArchive, _isOwn) = (head, FileKind.Of(format).IsArchive, format == ExportFormat.Arena);
        _output = _isArchive ? _file : new GZipStream(_file, CompressionLevel.Fastest, leaveOpen: true);
        _writer = Writer(format, json);
        if (!_isOwn)
            _losses.ChangeQuiz(head.Content);
    }

    public void Add(IReadOnlyList<Question> questions)
    {
        _losses.QuestionCount += questions.Count;
        foreach (Question question in questions)
        {
            _writer.Add(question);
            if (_isOwn && question.Media().Any())
                _media.Add(new(question.Type, [.. question.Media().Select(medium => medium.Name)]));
        }
    }

    /// <summary>Ends it.</summary>
    public StoredFile ToFile()
    {
        _writer.Finish();
        _writer.Dispose();
        if (!_isArchive)
            _output.Dispose();
        byte[] bytes = _file.ToArray();
        long length = _isArchive ? bytes.Length : BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(^LengthBytes..));
        return new(_head.Content.Title, bytes, IsGzip: !_isArchive, length, _head.Version, _losses.ToLosses(), _media);
    }

    public void Dispose()
    {
        _writer.Dispose();
        _output.Dispose();
        _file.Dispose();
    }

    private IQuizWriter Writer(ExportFormat format, JsonSerializerOptions json) => format switch
    {
        ExportFormat.Arena => new ArenaWriter(
            JsonSerializer.SerializeToUtf8Bytes(QuizDocument.Of(_head.Content), json), _output, json),
        ExportFormat.Csv => new CsvWriter(_output, _losses),
        ExportFormat.Kahoot => new KahootWriter(_head.Content.Title, _output, _losses),
        ExportFormat.Gift => new GiftWriter(_head.Content.Title, _output, _losses),
        ExportFormat.Moodle => new MoodleWriter(_output, _losses, _media),
        ExportFormat.Qti => new QtiWriter(_head.Content.Title, _output, _losses, _media),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };
}
