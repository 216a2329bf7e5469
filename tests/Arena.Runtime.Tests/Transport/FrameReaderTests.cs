using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Arena.Runtime.Tests;

public sealed class FrameReaderTests
{
    private const int Limit = 2_000;
    private const int Cases = 20_000;

    [Fact]
    public void Valid_streams_come_out_whole_however_they_are_cut_up()
    {
        for (var seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            var frames = Frames(random);

            var outcome = Read(Stream(random, frames), random);

            Assert.True(!outcome.TooLarge && frames.SequenceEqual(outcome.Frames), $"seed {seed}");
        }
    }

    [Fact]
    public void Whatever_the_bytes_are_only_frames_within_the_limit_or_a_lasting_fault_come_out()
    {
        for (var seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            var bytes = Stream(random, Frames(random));
            Mutate(bytes, random);
            var expected = ReadPlainly(bytes);

            var outcome = Read(bytes, random);

            Assert.True(expected.TooLarge == outcome.TooLarge && expected.Frames.SequenceEqual(outcome.Frames), $"seed {seed}");
        }
    }

    [Fact]
    public void A_length_beyond_the_limit_is_a_fault_as_soon_as_it_is_read_and_stays_one()
    {
        using var reader = new FrameReader(Limit);
        Feed(reader, Header(Limit + 1));

        Assert.Equal(FrameStatus.TooLarge, reader.Read(out _));
        Assert.Equal((uint)Limit + 1, reader.FaultyLength);
        Feed(reader, [.. Header(1), 1]);
        Assert.Equal(FrameStatus.TooLarge, reader.Read(out _));
    }

    [Fact]
    public void A_frame_may_be_empty_and_as_large_as_the_limit()
    {
        using var reader = new FrameReader(Limit);
        Feed(reader, [.. Header(0), .. Header(Limit), .. new byte[Limit]]);

        Assert.Equal(FrameStatus.Frame, reader.Read(out var empty));
        Assert.Equal(0, empty.Length);
        Assert.Equal(FrameStatus.Frame, reader.Read(out var largest));
        Assert.Equal(Limit, largest.Length);
        Assert.Equal(FrameStatus.Incomplete, reader.Read(out _));
    }

    [Fact]
    public void A_frame_of_megabytes_that_comes_in_small_pieces_is_put_together()
    {
        var body = new byte[3_000_000];
        new Random(1).NextBytes(body);
        using var reader = new FrameReader(4_000_000);
        var bytes = new byte[4 + body.Length];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, body.Length);
        body.CopyTo(bytes, 4);
        for (var at = 0; at < bytes.Length - 1; at += 9_999)
        {
            Feed(reader, bytes.AsSpan(at, Math.Min(9_999, bytes.Length - 1 - at)));
            Assert.Equal(FrameStatus.Incomplete, reader.Read(out _));
        }

        Feed(reader, bytes.AsSpan(^1));

        Assert.Equal(FrameStatus.Frame, reader.Read(out var frame));
        Assert.True(frame.SequenceEqual(body));
    }

    private static List<string> Frames(Random random) =>
        [.. Enumerable.Range(0, random.Next(6)).Select(i => new string((char)('a' + i), random.Next(4) == 0 ? random.Next(Limit) : random.Next(20)))];

    private static byte[] Stream(Random random, List<string> frames)
    {
        var bytes = new List<byte>();
        foreach (var frame in frames)
        {
            if (random.Next(3) == 0) bytes.AddRange(Header(uint.MaxValue));
            bytes.AddRange([.. Header((uint)frame.Length), .. Encoding.ASCII.GetBytes(frame)]);
        }

        return [.. bytes];
    }

    private static void Mutate(byte[] bytes, Random random)
    {
        if (bytes.Length == 0) return;
        for (var i = random.Next(4); i >= 0; i--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
    }

    private static (List<string> Frames, bool TooLarge) Read(byte[] bytes, Random random)
    {
        using var reader = new FrameReader(Limit);
        var frames = new List<string>();
        for (var at = 0; at < bytes.Length;)
        {
            var chunk = bytes.AsSpan(at, Math.Min(bytes.Length - at, random.Next(2) == 0 ? random.Next(1, 8) : random.Next(1, 3_000)));
            Feed(reader, chunk);
            at += chunk.Length;
            FrameStatus status;
            while ((status = reader.Read(out var frame)) == FrameStatus.Frame) frames.Add(Encoding.Latin1.GetString(frame));
            if (status == FrameStatus.TooLarge) return (frames, true);
        }

        return (frames, false);
    }

    /// <summary>What the format says, of all bytes at once.</summary>
    private static (List<string> Frames, bool TooLarge) ReadPlainly(ReadOnlySpan<byte> rest)
    {
        var frames = new List<string>();
        while (rest.Length >= 4)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(rest);
            rest = rest[4..];
            if (length == uint.MaxValue) continue;
            if (length > Limit) return (frames, true);
            if (length > rest.Length) break;
            frames.Add(Encoding.Latin1.GetString(rest[..(int)length]));
            rest = rest[(int)length..];
        }

        return (frames, false);
    }

    private static void Feed(FrameReader reader, ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var buffer = reader.GetBuffer();
            Assert.False(buffer.IsEmpty, string.Create(CultureInfo.InvariantCulture, $"no room for {bytes.Length} bytes"));
            var count = Math.Min(buffer.Length, bytes.Length);
            bytes[..count].CopyTo(buffer.Span);
            reader.Advance(count);
            bytes = bytes[count..];
        }
    }

    private static byte[] Header(uint length)
    {
        var header = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(header, length);
        return header;
    }
}
