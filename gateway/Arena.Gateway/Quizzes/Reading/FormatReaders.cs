using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Reading.Archives;
using Arena.Gateway.Quizzes.Reading.Json;
using Arena.Gateway.Quizzes.Reading.Lines;
using Arena.Gateway.Quizzes.Reading.Markup;
using Arena.Gateway.Quizzes.Reading.Tables;

namespace Arena.Gateway.Quizzes.Reading;

/// <summary>Chooses the reader of a file: by what holds its questions and, for text, by the format.</summary>
internal sealed class FormatReaders(ValidationErrors faults, ReadingWork work)
{
    private readonly DraftCollector _draft = new(faults);

    /// <param name="file">The file.</param>
    /// <param name="format">What its text is written in.</param>
    public DraftReading Read(OpenedFile file, QuizFormat format)
    {
        DraftReading reading = file.Kind switch
        {
            SourceKind.Workbook => Package.Read(file.Content, work, faults, package => new TableReader(faults, _draft).Read(new Workbook(package).Sheets())),
            SourceKind.Package => file.Archive is { } archive ? Package.Read(archive, work, faults, ReadPackage) : Package.Read(file.Content, work, faults, ReadPackage),
            SourceKind.Gzip => ReadClassQuizFile(file.Content),
            SourceKind.Markup => ReadText(file.Content, FormatRecognition.OfMarkup(file.Content.Span)),
            _ => ReadText(file.Content, format == QuizFormat.Auto ? FormatRecognition.Of(file.Content) : format),
        };
        return file.Assumption is { } assumption
            ? reading with { Warnings = [new(assumption, 1, 1, SourceText.Sample(file.Content)[0].Text), .. reading.Warnings] }
            : reading;
    }

    private DraftReading ReadPackage(Package package) => new QtiPackage(package, faults, _draft).Read();

    private DraftReading ReadText(ReadOnlyMemory<byte> text, QuizFormat format) => format switch
    {
        QuizFormat.Arena => new ArenaJsonReader(faults, work).Read(text.Span),
        QuizFormat.OpenTriviaDb => new OpenTriviaDbReader(faults, work, _draft).Read(text.Span),
        QuizFormat.ClassQuiz => new ClassQuizReader(faults, work, _draft).Read(text.Span),
        QuizFormat.Razzia => new RazziaReader(faults, work, _draft).Read(text.Span),
        QuizFormat.MoodleXml => MarkupFile.Read(text, work, faults, _draft, new MoodleReader(_draft, work).Read),
        QuizFormat.Qti => MarkupFile.Read(text, work, faults, _draft, reader => new QtiReader(_draft, _ => null).Read(reader, null)),
        _ => ReadLines(text, format),
    };

    private DraftReading ReadLines(ReadOnlyMemory<byte> text, QuizFormat format)
    {
        if (SourceText.FirstLineOfOtherCodePage(text, work) is { } line)
        {
            faults.AddToQuiz(new(line), QuizErrorCode.UnsupportedEncoding);
            return DraftReading.None;
        }
        return format switch
        {
            QuizFormat.Table => new TableReader(faults, _draft).Read([DelimitedText.Rows(text, work, _draft.Assumptions)]),
            QuizFormat.Aiken => new AikenReader(_draft, work).Read(text),
            QuizFormat.Gift => new GiftReader(_draft, work).Read(text),
            _ => new OpenTriviaReader(faults, work).Read(text),
        };
    }

    private DraftReading ReadClassQuizFile(ReadOnlyMemory<byte> file) =>
        ClassQuizFile.Unpack(file, work, faults) is { } json ? new ClassQuizReader(faults, work, _draft).Read(json.Span) : DraftReading.None;
}
