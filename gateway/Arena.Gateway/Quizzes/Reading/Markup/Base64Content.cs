using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Arena.Gateway.Quizzes.Reading.Markup;

/// <summary>The content of a file in XML, as it comes in pieces: white space in it does not count.</summary>
internal sealed class Base64Content
{
    private readonly ArrayBufferWriter<byte> _encoded = new();

    /// <summary>Adds a piece. What is beyond ASCII becomes a question mark, which is no base64 either.</summary>
    public void Add(ReadOnlySpan<char> piece) => _encoded.Advance(Encoding.ASCII.GetBytes(piece, _encoded.GetSpan(piece.Length)));

    /// <returns>The bytes; null if it is no base64.</returns>
    public byte[]? Decode()
    {
        byte[] bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(_encoded.WrittenCount)];
        return Base64.DecodeFromUtf8(_encoded.WrittenSpan, bytes, out _, out int decoded) == OperationStatus.Done ? bytes[..decoded] : null;
    }
}
