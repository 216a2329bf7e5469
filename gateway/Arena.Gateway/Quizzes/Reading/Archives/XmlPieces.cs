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
        char[] piece = ArrayPool<char>.Shared.Rent(PieceLength);
        for (int read = reader.ReadValueChunk(piece, 0, PieceLength); read > 0; read = reader.ReadValueChunk(piece, 0, PieceLength))
            text.Append(piece, 0, Math.Max(0, Math.Min(read, maxLength - text.Length)));
        ArrayPool<char>.Shared.Return(piece);
    }
}
