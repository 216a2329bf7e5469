using System.Buffers;
using FsCheck;
using FsCheck.Fluent;

namespace Arena.Runtime.Tests.Serialization;

public sealed class MalformedTests
{
    private const int Cases = 100_000;

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
            Assert.Contains("nested", Assert.Throws<WireFormatException>(() => Wire.ReadArguments(Wire.Call<IEverything>("SendNode"), argument)).Message, StringComparison.Ordinal);
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
            var bytes = Arguments(create, new ValueSource(7));
            for (var length = 0; length < Math.Min(bytes.Length, 300); length++)
                Assert.Throws<WireFormatException>(() => Wire.ReadArguments(create(), bytes.AsSpan(0, length)));
        }
    }

    [Fact]
    public void Whatever_the_bytes_are_reading_ends_well_or_says_that_they_are_malformed()
    {
        var calls = Wire.Calls.ToArray();
        var samples = calls.SelectMany(create => Enumerable.Range(0, 5).Select(seed => Samples(create, seed))).SelectMany(pair => pair).ToArray();
        var random = new Random(20_261_122);
        var malformed = 0;
        for (var i = 0; i < Cases; i++)
        {
            var call = calls[random.Next(calls.Length)]();
            var bytes = i % 4 == 0 ? Noise(random) : Broken(random, samples);
            if (IsMalformed(call, bytes, random.Next(2) == 0, i)) malformed++;
        }

        Assert.InRange(malformed, Cases / 4, Cases - (Cases / 100));
    }

    [Fact]
    public void Whatever_byte_of_a_message_is_broken_its_own_method_reads_it_or_says_that_it_is_malformed()
    {
        var random = new Random(1);
        var malformed = 0;
        var calls = Wire.Calls.ToArray();
        for (var i = 0; i < Cases / 4; i++)
        {
            var create = calls[i % calls.Length];
            byte[][] samples = [.. Samples(create, random.Next(20))];
            var which = random.Next(samples.Length);
            if (IsMalformed(create(), Broken(random, [samples[which]]), which == 0, i)) malformed++;
        }

        Assert.InRange(malformed, Cases / 20, Cases / 4);
    }

    private static bool IsMalformed(GrainCall call, byte[] bytes, bool asArguments, int number)
    {
        try
        {
            if (asArguments) Wire.ReadArguments(call, bytes);
            else Wire.ReadResult(call, bytes);
            return false;
        }
        catch (WireFormatException)
        {
            return true;
        }
        catch (Exception exception)
        {
            Assert.Fail($"Case {number}: {call.Method.ActivityName} read {Convert.ToHexString(bytes)} and threw {exception}");
            throw;
        }
    }

    private static IEnumerable<byte[]> Samples(Func<GrainCall> create, int seed)
    {
        var values = new ValueSource(seed);
        yield return Arguments(create, values);
        var method = create().Method.GetMethodInfo();
        if (method.ReturnType.IsGenericType) yield return Wire.ResultOf(create(), values.Result(method));
    }

    private static byte[] Arguments(Func<GrainCall> create, ValueSource values)
    {
        var call = create();
        var parameters = call.Method.GetMethodInfo().GetParameters();
        for (var i = 0; i < parameters.Length; i++) call.SetArgument(i, values.Argument(parameters[i])!);
        return Wire.ArgumentsOf(call);
    }

    private static byte[] Noise(Random random)
    {
        var bytes = new byte[random.Next(40)];
        random.NextBytes(bytes);
        return bytes;
    }

    private static byte[] Broken(Random random, byte[][] samples)
    {
        List<byte> bytes = [.. samples[random.Next(samples.Length)]];
        for (var breaks = random.Next(1, 4); breaks > 0 && bytes.Count > 0; breaks--)
        {
            var place = random.Next(Math.Min(bytes.Count, 60));
            switch (random.Next(5))
            {
                case 0:
                    bytes[place] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[place] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes.RemoveRange(place, Math.Min(bytes.Count - place, random.Next(1, 5)));
                    break;
                case 3:
                    bytes.Insert(place, (byte)random.Next(256));
                    break;
                default:
                    var other = samples[random.Next(samples.Length)];
                    bytes.InsertRange(place, other.AsSpan(0, random.Next(other.Length + 1)));
                    break;
            }
        }

        return [.. bytes];
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
