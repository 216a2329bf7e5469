namespace Arena.Runtime.Tests.Serialization;

public sealed class VersionTests
{
    [Fact]
    public void What_only_the_newer_release_has_is_ignored_by_the_older()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var method = typeof(IEverything).GetMethod("SendNew")!;
            var person = (NewPerson)new ValueSource(seed).Argument(method.GetParameters()[0])!;
            var old = Wire.Convert<OldPerson>("SendNew", person, "SendOld");
            Assert.Equal(new OldPerson(person.Name, 0, null), old);
        }
    }

    [Fact]
    public void What_the_older_release_lacks_is_empty_in_the_newer()
    {
        var tree = new Node(1, new Node(2, null, []), [new Node(3, null, [])]);
        var person = Wire.Convert<NewPerson>("SendOld", new OldPerson("Ada", 36, tree), "SendNew");
        Same.Assert(new NewPerson("Ada", "", null, [], new Settings("", []), [], [], 0, null, []), person, "person");
    }

    [Fact]
    public void An_initialiser_does_not_stand_for_what_was_not_sent()
    {
        var settable = Wire.Convert<Settable>("SendSettable", new Settable { Text = "x", Numbers = [] }, "SendSettable");
        Assert.Empty(settable.Numbers);
    }

    [Fact]
    public void A_later_argument_that_the_older_release_does_not_send_is_empty()
    {
        var call = Wire.Call<IEverything>("SendScalars");
        Wire.ReadArguments(call, Wire.ArgumentsOf(Wire.Call<IWork>("Echo", "text")));
        Assert.Equal(["text", 0, Colour.Red, null, Guid.Empty, 0.0], Enumerable.Range(0, 6).Select(call.GetArgument));
    }

    [Fact]
    public void A_number_may_grow_wider()
    {
        var reader = new WireReader(Wire.Bytes((ref WireWriter writer) => writer.WriteInt32(-5)));
        Assert.Equal(-5, reader.ReadInt64());
    }

    [Fact]
    public void An_enum_value_that_only_the_newer_release_has_keeps_its_number()
    {
        var call = Wire.Call<IEverything>("SendScalars");
        Wire.ReadArguments(call, Wire.ArgumentsOf(Wire.Call<IEverything>("SendScalars", "", 0, (Colour)99, (Colour)98)));
        Assert.Equal([(Colour)99, (Colour)98], [call.GetArgument(2), call.GetArgument(3)]);
    }

    [Fact]
    public void An_id_that_has_changed_its_type_is_malformed_and_not_ignored()
    {
        var bytes = Wire.ArgumentsOf(Wire.Call<IWork>("Add", 7, 8));
        var fault = Assert.Throws<WireFormatException>(() => Wire.ReadArguments(Wire.Call<IWork>("Echo"), bytes));
        Assert.Contains("Varint stands where Bytes should", fault.Message, StringComparison.Ordinal);
    }
}
