using System.Collections.Immutable;

namespace Arena.Runtime.Tests.Serialization;

public sealed class RequestContextCodecTests
{
    [Fact]
    public void Texts_numbers_flags_and_ids_travel()
    {
        var values = ImmutableDictionary.CreateRange<string, object>(
            [new("text", "a"), new("int", -1), new("long", long.MaxValue), new("flag", true), new("id", Guid.NewGuid()), new("", "empty key")]);
        Assert.Equal(values.OrderBy(pair => pair.Key), Send(values)!.OrderBy(pair => pair.Key));
        Assert.Null(Send(null));
        Assert.Null(Send(ImmutableDictionary<string, object>.Empty));
    }

    [Fact]
    public void Anything_else_is_refused_by_name()
    {
        var values = ImmutableDictionary.CreateRange<string, object>([new("when", DateTime.UnixEpoch)]);
        var refusal = Assert.Throws<ArgumentException>(() => Send(values));
        Assert.Contains("\"when\"", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("System.DateTime", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_of_a_kind_that_only_the_newer_release_knows_is_left_out()
    {
        var bytes = Wire.Bytes((ref WireWriter writer) =>
        {
            writer.BeginList(1, WireType.Object);
            writer.BeginObject();
            writer.WriteTag((uint)WireType.Bytes);
            writer.WriteString("key");
            writer.WriteTag((99 << 3) | (uint)WireType.Fixed64);
            writer.WriteFixed64(1);
            writer.EndObject();
            writer.EndList();
        });
        var reader = new WireReader(bytes);
        Assert.Null(RequestContextCodec.Read(ref reader));
        Assert.Equal(0, reader.Remaining);
    }

    private static ImmutableDictionary<string, object>? Send(ImmutableDictionary<string, object>? values)
    {
        var reader = new WireReader(Wire.Bytes((ref WireWriter writer) => RequestContextCodec.Write(ref writer, values)));
        var come = RequestContextCodec.Read(ref reader);
        Assert.Equal(0, reader.Remaining);
        return come;
    }
}
