using System.Text;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading;

/// <summary>Turns places in UTF-8 text into lines and columns.</summary>
internal sealed class LineIndex
{
    private readonly List<int> _starts = [0];

    public LineIndex(ReadOnlySpan<byte> text)
    {
        for (int at = 0; text[at..].IndexOf((byte)'\n') is >= 0 and var length;)
            _starts.Add(at += length + 1);
    }

    /// <param name="text">The text that the index was made of.</param>
    /// <param name="offset">A byte of it, or its end.</param>
    /// <param name="path">The JSON path to be marked.</param>
    public SourceMark Mark(ReadOnlySpan<byte> text, int offset, string? path)
    {
        int found = _starts.BinarySearch(offset);
        int line = found >= 0 ? found : ~found - 1;
        return new(line + 1, Encoding.UTF8.GetCharCount(text[_starts[line]..offset]) + 1, path);
    }

    /// <summary>The byte that a JSON error names.</summary>
    public int Offset(long line, long byteInLine) => _starts[(int)line] + (int)byteInLine;
}
