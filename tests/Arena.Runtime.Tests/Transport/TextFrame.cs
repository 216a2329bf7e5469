using System.Buffers;
using System.Text;

namespace Arena.Runtime.Tests;

/// <summary>A frame of text.</summary>
internal readonly struct TextFrame(string text) : IFrame
{
    public void Write(IBufferWriter<byte> output) => Encoding.UTF8.GetBytes(text, output);
}
