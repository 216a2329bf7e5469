using System.Xml;

namespace Arena.Gateway.Quizzes.Reading.Archives;

/// <summary>
/// Watches the bytes of XML on their way to its reader for a tag that is longer than any should be: comparing the names of very many attributes
/// takes the reader seconds. Comments and CDATA sections may be of any length.
/// </summary>
internal sealed class TagLengths
{
    private const int MaxLength = 64 * 1024;

    private bool _isInTag;
    private bool _isMarked;
    private int _length;

    /// <exception cref="XmlException">A tag is too long.</exception>
    public void Watch(ReadOnlySpan<byte> piece)
    {
        while (!piece.IsEmpty)
        {
            if (_isInTag && _length == 0)
                _isMarked = piece[0] == '!';
            int end = piece.IndexOf(_isInTag ? (byte)'>' : (byte)'<');
            _length = _isInTag ? _length + (end < 0 ? piece.Length : end) : 0;
            if (_isInTag && !_isMarked && _length > MaxLength)
                throw new XmlException("A tag is too long.");
            if (end < 0)
                return;
            _isInTag = !_isInTag;
            _length = 0;
            piece = piece[(end + 1)..];
        }
    }
}
