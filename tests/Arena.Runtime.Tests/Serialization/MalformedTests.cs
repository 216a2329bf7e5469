using System.Buffers;
using FsCheck;
using FsCheck.Fluent;

namespace Arena.Runtime.Tests.Serialization;

public sealed class MalformedTests
{
    private delegate void Reading(ref WireReader reader);

    [Fact]
    public void Numbers_of_every_size_come_back_and_take_no_more_bytes_than_they_need() => Prop
        .ForAll(Gen.Choose(0, 63).ToArbitrary(), ArbMap.Default.ArbFor<ulong>(), (shift, bits) =>
        {
            var value = bits >> shift;
            var bytes = Wire.Bytes((ref WireWriter writer) => writer.WriteVarint(value));
            Assert.Equal(Math.Max(1, (64 - System.Numerics.BitOperations.LeadingZeroCount(value) + 6) / 7), bytes.Length);
            var reader = new WireReader(bytes);
            Assert.Equal(value, reader.ReadVarint());
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Theory]
    [InlineData("")]
    [InlineData("80")]
    [InlineData("FFFFFFFFFFFFFFFFFF")]
    [InlineData("FFFFFFFFFFFFFFFFFF02")]
    [InlineData("FFFFFFFFFFFFFFFFFFFF01")]
    [InlineData("8000")]
    [InlineData("FF8000")]
    public void A_number_that_is_cut_short_too_large_or_longer_than_it_need_be_is_malformed(string hex) =>
        AssertMalformed(hex, (ref WireReader reader) => reader.ReadVarint());

    [Fact]
    public void Values_out_of_their_range_are_malformed()
    {
        AssertMalformed("02", (ref WireReader reader) => reader.ReadBoolean());
        AssertMalformed("8002", (ref WireReader reader) => reader.ReadByte());
        AssertMalformed("8002", (ref WireReader reader) => reader.ReadSByte());
        AssertMalformed("808004", (ref WireReader reader) => reader.ReadInt16());
        AssertMalformed("808004", (ref WireReader reader) => reader.ReadChar());
        AssertMalformed("8080808010", (ref WireReader reader) => reader.ReadInt32());
        AssertMalformed("8080808010", (ref WireReader reader) => reader.ReadUInt32());
        AssertMalformed("FFFFFFFFFFFFFFFF", (ref WireReader reader) => reader.ReadDateTime());
        AssertMalformed("FFFFFFFFFFFFFF3F", (ref WireReader reader) => reader.ReadDateTime());
        AssertMalformed("FFFFFFFFFFFFFFFF0000000000000000", (ref WireReader reader) => reader.ReadDateTimeOffset());
        AssertMalformed("00000000000000000100000000000000", (ref WireReader reader) => reader.ReadDateTimeOffset());
        AssertMalformed("00000000000000000000000000000080", (ref WireReader reader) => reader.ReadDateTimeOffset());
        AssertMalformed("00000000000000000000000000001D00", (ref WireReader reader) => reader.ReadDecimal());
        AssertMalformed("00000000000000000000000001000000", (ref WireReader reader) => reader.ReadDecimal());
        AssertMalformed("01FF", (ref WireReader reader) => reader.ReadString());
        AssertMalformed("02EDA0", (ref WireReader reader) => reader.ReadString());
        AssertMalformed("0341", (ref WireReader reader) => reader.ReadString());
        AssertMalformed("FFFFFFFFFFFFFFFFFF0141", (ref WireReader reader) => reader.ReadByteArray());
        AssertMalformed("000000", (ref WireReader reader) => reader.ReadDouble());
        AssertMalformed("0A0004", (ref WireReader reader) => reader.ReadGrainId());
        AssertMalformed("04", (ref WireReader reader) => reader.ReadGrainId());
    }

    [Fact]
    public void A_list_that_claims_more_elements_than_bytes_are_left_is_malformed()
    {
        AssertMalformed("10", (ref WireReader reader) => reader.BeginList(WireType.Varint));
        AssertMalformed("F8FFFFFFFFFFFFFFFF01", (ref WireReader reader) => reader.BeginList(WireType.Varint));
        AssertMalformed("0C00", (ref WireReader reader) => reader.BeginList(WireType.End));
    }

    [Fact]
    public void What_is_nested_too_deeply_is_malformed_whether_it_is_known_or_not()
    {
        var known = Wire.Bytes((ref WireWriter writer) => Repeat(ref writer, (1 << 3) | (uint)WireType.Object, 100_000));
        var unknown = Wire.Bytes((ref WireWriter writer) => Repeat(ref writer, (9 << 3) | (uint)WireType.Object, 100_000));
        var lists = Wire.Bytes((ref WireWriter writer) =>
        {
            writer.WriteTag((9 << 3) | (uint)WireType.List);
            Repeat(ref writer, (1 << 3) | (uint)WireType.List, 100_000);
        });
        foreach (var bytes in new[] { known, unknown, lists })
        {
            byte[] argument = [(byte)WireType.Object, .. bytes];
            var fault = Assert.Throws<WireFormatException>(() => Wire.ReadArguments(Wire.Call<IEverything>("SendNode"), argument));
            Assert.Contains("nested", fault.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Claims_of_nested_lists_do_not_add_up_to_more_memory_than_a_message_is_worth()
    {
        // Each level claims as many children as there are bytes left.
        const int Size = 1_000_000;
        var output = new ArrayBufferWriter<byte>();
        var writer = new WireWriter(output);
        writer.WriteTag((uint)WireType.Object);
        for (var level = 0; level < 30; level++)
        {
            writer.WriteTag((2 << 3) | (uint)WireType.List);
            writer.WriteVarint(((ulong)(Size - 1000) << 3) | (uint)WireType.Object);
        }

        writer.WriteBytes(new byte[Size]);
        writer.Flush();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<WireFormatException>(() => Wire.ReadArguments(Wire.Call<IEverything>("SendNode"), output.WrittenSpan));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Size);
    }

    [Fact]
    public void Every_truncation_of_a_message_is_malformed()
    {
        foreach (var create in Wire.Calls)
        {
            var bytes = new ValueSource(7).Arguments(create());
            for (var length = 0; length < Math.Min(bytes.Length, 300); length++)
                Assert.Throws<WireFormatException>(() => Wire.ReadArguments(create(), bytes.AsSpan(0, length)));
        }
    }

    private static void Repeat(ref WireWriter writer, uint tag, int count)
    {
        for (var i = 0; i < count; i++) writer.WriteTag(tag);
    }

    private static void AssertMalformed(string hex, Reading read)
    {
        var bytes = Convert.FromHexString(hex);
        Assert.Throws<WireFormatException>(() =>
        {
            var reader = new WireReader(bytes);
            read(ref reader);
        });
    }
}
