using System.Text.Json;
using Arena.Load.Wire;

namespace Arena.Gateway.Tests.Load;

public sealed class PackedMessageTests
{
    /// <summary>The second is the example of msgpack.org.</summary>
    [Theory]
    [InlineData("[1,-1,200,70000,null,false,1.5]", "97 01 FF CC C8 CE 00 01 11 70 C0 C2 CB 3F F8 00 00 00 00 00 00")]
    [InlineData("""{"compact":true,"schema":0}""", "82 A7 63 6F 6D 70 61 63 74 C3 A6 73 63 68 65 6D 61 00")]
    [InlineData("\"12345678-9012-3456-7890-123456789012\"", "C4 10 12 34 56 78 90 12 34 56 78 90 12 34 56 78 90 12")]
    public void A_message_is_written_as_the_format_says_and_read_to_its_end(string json, string expected)
    {
        var to = new byte[100];

        var length = PackedMessage.Write(JsonSerializer.Deserialize<JsonElement>(json), to);

        Assert.Equal(expected, string.Join(' ', to[..length].Select(value => value.ToString("X2", null))));
        Assert.Equal(length, PackedMessage.Read(to));
    }
}
