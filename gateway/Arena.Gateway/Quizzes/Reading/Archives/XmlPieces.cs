using System.Buffers;
using System.Text;
using System.Xml;

namespace Arena.Gateway.Quizzes.Reading.Archives;

/// <summary>Reads XML in pieces, so that neither an element of millions of characters nor one in millions of others takes memory.</summary>
internal static class XmlPieces
{
    private const int PieceLength = 1024;
    private const int MaxDepth = 200;

    /// <summary>Moves to the next node.</summary>
    /// <exception cref="XmlException">Not XML, or elements are nested deeper than in any file of questions.</exception>
    public static bool ReadNode(this XmlReader reader)
    {
        bool isThere = reader.Read();
        if (reader.Depth <= MaxDepth)
            return isThere;
        var at = (IXmlLineInfo)reader;
        throw new XmlException("Elements are nested too deep.", null, at.LineNumber, at.LinePosition);
    }

    /// <summary>Adds the text at the reader to the text so far, up to a length.</summary>
    public static void Append(XmlReader reader, StringBuilder text, int maxLength)
    {
        Read(reader, piece => text.Append(piece[..Math.Max(0, Math.Min(piece.Length, maxLength - text.Length))]));
    }

    /// <summary>Reads the text at the reader, piece by piece.</summary>
    public static void Read(XmlReader reader, Action<ReadOnlySpan<char>> add)
    {
        char[] piece = ArrayPool<char>.Shared.Rent(PieceLength);
        for (int read = reader.ReadValueChunk(piece, 0, PieceLength); read > 0; read = reader.ReadValueChunk(piece, 0, PieceLength))
            add(piece.AsSpan(0, read));
        ArrayPool<char>.Shared.Return(piece);
    }
}
