using Arena.Game;
using Arena.GrainInterfaces;

namespace Arena.Runtime.Tests.Serialization;

/// <summary>
/// The bytes of a few messages. When one of these fails, the format has changed, and a cluster cannot be upgraded while it runs: change the
/// format only together with the version of the protocol.
/// </summary>
public sealed class GoldenTests
{
    private static readonly Guid Id = new("00112233-4455-6677-8899-aabbccddeeff");

    [Fact]
    public void Arguments_are_an_object_with_a_field_for_each() => AssertBytes(
        "00 02 08 D704 04",
        Wire.ArgumentsOf(Wire.Call<IWork>("Add", 1, -300)));

    [Fact]
    public void No_arguments_are_an_empty_object() => AssertBytes("04", Wire.ArgumentsOf(Wire.Call<IGameSessionGrain>("Wake")));

    [Fact]
    public void Join() => AssertBytes(
        "03 07 33221100554477668899AABBCCDDEEFF 0A 04 5A6FC3AB 04 04",
        Wire.ArgumentsOf(Wire.Call<IGameSessionGrain>("Join", new JoinSession(Id, "Zoë"))));

    [Fact]
    public void Joined() => AssertBytes(
        "03 03 07 33221100554477668899AABBCCDDEEFF 08 8C01 12 04 5A6FC3AB 04 04 04",
        Wire.ResultOf(Wire.Call<IGameSessionGrain>("Join"), new Outcome<Joined>(new Joined(Id, 70, "Zoë"), null)));

    [Fact]
    public void Refused() => AssertBytes(
        "03 08 06 04 04",
        Wire.ResultOf(Wire.Call<IGameSessionGrain>("Join"), new Outcome<Joined>(null, (Refusal)3)));

    [Fact]
    public void Subscribe() => AssertBytes(
        "07 33221100554477668899AABBCCDDEEFF 0A 02 6777 13 02 0C 7379732E6F62736572766572 0A 01 39 04 1E 18 02 04"
        + " D804 04",
        Wire.ArgumentsOf(Wire.Call<IGameSessionGrain>(
            "Subscribe",
            Id,
            "gw",
            Wire.Runtime.CreateReference(typeof(ISessionObserver), new GrainId("sys.observer", "9")),
            System.Collections.Immutable.ImmutableArray.Create(1, 2, 300),
            0)));

    [Fact]
    public void Push() => AssertBytes(
        "03 03 00 02 08 04 10 06 04 08 80A0ABFEF962 13 02 02 7B7D 04 1E 0B 00 08 0B 02 02 5B5D 04 04 2E 08 0A 04 04",
        Wire.ArgumentsOf(Wire.Call<ISessionObserver>(
            "Pushed",
            new SessionPush(
                new PushPosition(1, 2, 3), 1_700_000_000_000, new JsonBody<SessionView>("{}"u8.ToArray()),
                [new SeatBody(4, new JsonBody<SeatView>("[]"u8.ToArray()))], null, [5], []))));

    [Fact]
    public void Everything_that_has_a_number() => AssertBytes(
        "03 00 01 08 03 10 03 18 07 20 05 28 78 30 0B 38 07 40 0F 48 09 55 0000C03F 59 00000000000004C0 67"
        + " D2040000000000000000000000000200 68 C801 70 02 78 00 F8FFFFFF0F 00 04 04",
        Wire.ArgumentsOf(Wire.Call<IEverything>(
            "SendNumbers",
            new Numbers(true, -2, 3, -4, 5, 'x', -6, 7, -8, 9, 1.5f, -2.5, 12.34m, Colour.Blue, Options.One, 0, false))));

    [Fact]
    public void Everything_that_has_a_time() => AssertBytes(
        "03 07 33221100554477668899AABBCCDDEEFF 11 80774D383448DF48 1F 80774D383448DF08 88FFFFFFFFFFFFFF 20"
        + " 80DAC409 28 00 04 04",
        Wire.ArgumentsOf(Wire.Call<IEverything>(
            "SendTimes",
            new Times(
                Id, null, new DateTime(2026, 11, 22, 1, 2, 3, DateTimeKind.Utc), new DateTimeOffset(2026, 11, 22, 1, 2, 3, TimeSpan.FromHours(-2)),
                TimeSpan.FromSeconds(1), TimeSpan.Zero))));

    [Fact]
    public void Lists_and_maps_and_what_may_be_null_in_them() => AssertBytes(
        "03 06 10 02 01 0E 0A 01 61 16 13 02 01 62 04 04 1E 13 00 02 04 04 26 16 08 02 00 2E 0B 00 02 08 04 04 36"
        + " 0B 04 3E 09 000000000000F03F 46 0F 33221100554477668899AABBCCDDEEFF 4E 10 01 00 04 04 03 06 0B 02 01 61 08"
        + " 02 04 04 04",
        [
            .. Wire.ArgumentsOf(Wire.Call<IEverything>(
                "SendLists", new Lists([1, -1], ["a"], ["b", null], [1, null], [[1], []], [new Point(1, 2)], [null], [1.0], [Id], [true, false]))),
            .. Wire.ArgumentsOf(Wire.Call<IEverything>("SendMaps", new Maps(new() { ["a"] = 1 }, [], null, []))),
        ]);

    [Fact]
    public void An_exception() => AssertBytes(
        "00 08 12 04 6C617465 04 0A 1F 53797374656D2E496E76616C696454696D655A6F6E65457863657074696F6E 12 04"
        + " 7A6F6E65 04",
        [
            .. Wire.Bytes((ref WireWriter writer) => ExceptionCodec.Write(ref writer, new TimeoutException("late"))),
            .. Wire.Bytes((ref WireWriter writer) => ExceptionCodec.Write(ref writer, new InvalidTimeZoneException("zone"))),
        ]);

    [Fact]
    public void The_key_of_a_method() => Assert.Equal(0xD354865512BF32CCul, Wire.Call<IGameSessionGrain>("Join").Method.WireKey);

    private static void AssertBytes(string expected, byte[] actual) =>
        Assert.Equal(expected.Replace(" ", "", StringComparison.Ordinal), Convert.ToHexString(actual));
}
