using System.Text;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading;

/// <summary>
/// Turns places in UTF-8 text into lines and columns. Counts on from the last place, so that marking every token of a file costs one pass over
/// it, whether or not the file has line ends.
/// </summary>
internal sealed class LineCounter(ReadingWork work)
{
    private int _offset;
    private int _line = 1;
    private int _column = 1;

    /// <param name="text">The same text in every call.</param>
    /// <param name="offset">A byte of it, or its end; not before that of the last call.</param>
    /// <param name="path">The JSON path to be marked.</param>
    public SourceMark Mark(ReadOnlySpan<byte> text, int offset, JsonPath? path)
    {
        ReadOnlySpan<byte> passed = text[_offset..offset];
        work.Visit(passed.Length);
        int lineEnd = passed.LastIndexOf((byte)'\n');
        if (lineEnd >= 0)
        {
            _line += passed.Count((byte)'\n');
            _column = 1;
        }
        _column += Encoding.UTF8.GetCharCount(passed[(lineEnd + 1)..]);
        _offset = offset;
        return new(_line, _column, path);
    }
}
