namespace Arena.Runtime.Tests.Serialization;

public sealed class FuzzTests
{
    private const int Cases = 100_000;

    [Fact]
    public void Whatever_the_bytes_are_reading_ends_well_or_says_that_they_are_malformed()
    {
        var calls = Wire.Calls.ToArray();
        byte[][] samples = [.. calls.SelectMany(create => Enumerable.Range(0, 5).SelectMany(seed => Samples(create, seed)))];
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
        yield return values.Arguments(create());
        var method = create().Method.GetMethodInfo();
        if (method.ReturnType.IsGenericType) yield return Wire.ResultOf(create(), values.Result(method));
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
}
