using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Reading.Archives;

namespace Arena.Gateway.Quizzes.Reading.Markup;

/// <summary>An XML file as it was uploaded: without a document type, and read in the encoding that it is in rather than the one that it names.</summary>
internal static partial class MarkupFile
{
    private const int PrologBytes = 8 * 1024;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public static DraftReading Read(ReadOnlyMemory<byte> text, ReadingWork work, ValidationErrors faults, DraftCollector draft, Action<XmlReader> read)
    {
        work.Visit(text.Length);
        if (LineOfDocumentType(text.Span) is { } line)
        {
            faults.AddToQuiz(new(line), QuizErrorCode.DocumentTypeFound);
            return DraftReading.None;
        }
        if (EncodingOf(text.Span) is not { } encoding)
        {
            faults.AddToQuiz(new(new LineCounter(work).Mark(text.Span, SourceText.FirstInvalidByte(text.Span) ?? 0, null).Line), QuizErrorCode.UnsupportedEncoding);
            return DraftReading.None;
        }
        try
        {
            new TagLengths().Watch(text.Span);
            using var stream = new MemoryStream(text.ToArray(), writable: false);
            using var reader = XmlReader.Create(new StreamReader(stream, encoding), Settings);
            read(reader);
            return draft.Finish();
        }
        catch (XmlException broken)
        {
            faults.AddToQuiz(new(Math.Max(1, broken.LineNumber)), QuizErrorCode.BrokenXml);
            return DraftReading.None;
        }
    }

    private static int? LineOfDocumentType(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> prolog = text[..Math.Min(text.Length, PrologBytes)];
        int type = prolog.IndexOf("<!DOCTYPE"u8);
        bool isInProlog = type >= 0 && prolog[..type].IndexOf("<![CDATA["u8) < 0;
        return isInProlog ? 1 + prolog[..type].Count((byte)'\n') : null;
    }

    private static Encoding? EncodingOf(ReadOnlySpan<byte> text)
    {
        if (SourceText.FirstInvalidByte(text) is null)
            return Encoding.UTF8;
        Match named = NamedEncoding().Match(Encoding.Latin1.GetString(text[..Math.Min(text.Length, 200)]));
        string name = named.Success ? named.Groups["name"].Value : "";
        return name.StartsWith("windows-125", StringComparison.OrdinalIgnoreCase) || name.StartsWith("iso-8859-", StringComparison.OrdinalIgnoreCase)
            ? CodePagesEncodingProvider.Instance.GetEncoding(name) ?? (name.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase) ? Encoding.Latin1 : null)
            : null;
    }

    [GeneratedRegex("""^\s*<\?xml[^>]{0,100}encoding=["'](?<name>[A-Za-z0-9-]{1,20})["']""")]
    private static partial Regex NamedEncoding();
}
