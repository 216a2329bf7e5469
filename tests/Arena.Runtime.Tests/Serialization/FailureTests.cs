namespace Arena.Runtime.Tests.Serialization;

public sealed class FailureTests
{
    public static TheoryData<Exception> Known { get; } =
    [
        new OrleansException("m"), new OrleansMessageRejectionException("m"), new SiloUnavailableException("m"),
        new LimitExceededException("MailboxLimit", 3, 2), new InconsistentStateException("m", "1", "2"),
        new GrainEngineConfigurationException("m"), new WireFormatException("m"), new TimeoutException("m"), new OperationCanceledException("m"),
        new TaskCanceledException("m"), new ArgumentException("m", nameof(Known)), new ArgumentNullException(nameof(Known)),
        new ArgumentOutOfRangeException(nameof(Known), 1, "m"), new InvalidOperationException("m"), new NotSupportedException("m"),
        new FormatException("m"), new KeyNotFoundException("m"), new UnauthorizedAccessException("m"),
    ];

    [Theory]
    [MemberData(nameof(Known))]
    public void A_known_exception_comes_back_as_what_it_was(Exception exception)
    {
        var come = Send(exception);
        Assert.Equal(exception.GetType(), come.GetType());
        Assert.Equal(exception.Message, come.Message);
    }

    [Fact]
    public void Any_other_exception_comes_back_with_its_type_and_message_and_nothing_of_its_inside()
    {
        var come = Assert.IsType<RemoteGrainException>(Send(new InvalidTimeZoneException("zone", new InvalidOperationException("secret"))));
        Assert.Equal(("System.InvalidTimeZoneException", "zone"), (come.OriginalType, come.Message));
        Assert.Equal((null, null), (come.InnerException, come.StackTrace));
        Assert.Equal("System.InvalidTimeZoneException", Assert.IsType<RemoteGrainException>(Send(come)).OriginalType);
    }

    [Fact]
    public void A_derived_exception_is_not_taken_for_its_base() =>
        Assert.IsType<RemoteGrainException>(Send(new ObjectDisposedException("door")));

    [Fact]
    public void An_exception_that_only_the_newer_release_knows_keeps_its_message()
    {
        var bytes = Wire.Bytes((ref WireWriter writer) =>
        {
            writer.BeginObject();
            writer.WriteTag((uint)WireType.Varint);
            writer.WriteUInt32(9999);
            writer.WriteTag((2 << 3) | (uint)WireType.Bytes);
            writer.WriteString("new");
            writer.EndObject();
        });
        var reader = new WireReader(bytes);
        Assert.Equal("new", Assert.IsType<RemoteGrainException>(ExceptionCodec.Read(ref reader)).Message);
    }

    [Fact]
    public void A_long_message_is_cut() => Assert.Equal(4096, Send(new InvalidOperationException(new string('x', 100_000))).Message.Length);

    private static Exception Send(Exception exception)
    {
        var reader = new WireReader(Wire.Bytes((ref WireWriter writer) => ExceptionCodec.Write(ref writer, exception)));
        return ExceptionCodec.Read(ref reader);
    }
}
