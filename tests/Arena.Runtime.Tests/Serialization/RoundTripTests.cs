using System.Buffers;

namespace Arena.Runtime.Tests.Serialization;

public sealed class RoundTripTests
{
    private const int ValuesEach = 100;

    public static TheoryData<string> Keys { get; } =
        [.. Wire.Calls.Select(create => create().Method).Select(method => $"{method.ActivityName} {method.WireKey:X16}")];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Arguments_and_results_of_every_method_come_back_as_they_were(string key)
    {
        Assert.True(Wire.Manifest.TryGetCall(Convert.ToUInt64(key.Split(' ')[1], 16), out var create));
        var method = create().Method.GetMethodInfo();
        for (var seed = 0; seed < ValuesEach; seed++)
        {
            var values = new ValueSource(seed);
            var (sent, come) = (create(), create());
            Assert.Equal(0, Wire.ReadArguments(come, values.Arguments(sent)));
            for (var i = 0; i < sent.GetArgumentCount(); i++)
                Same.Assert(sent.GetArgument(i), come.GetArgument(i), $"seed {seed}: argument {i}");
            if (!method.ReturnType.IsGenericType) continue;
            var result = values.Result(method);
            Assert.Equal(0, Wire.ReadResult(come, Wire.ResultOf(sent, result)));
            Same.Assert(result, come.Result, $"seed {seed}: result");
        }
    }

    [Fact]
    public void A_call_is_the_same_bytes_however_small_the_windows_are_that_it_is_written_through()
    {
        for (var seed = 0; seed < ValuesEach; seed++)
        {
            var values = new ValueSource(seed);
            foreach (var create in Wire.Calls)
            {
                var call = create();
                values.Fill(call);
                var output = new TightBuffer();
                var writer = new WireWriter(output);
                call.WriteArguments(ref writer);
                writer.Flush();
                Assert.Equal(Wire.ArgumentsOf(call), output.Written);
            }
        }
    }

    [Fact]
    public void A_default_immutable_array_comes_back_empty_wherever_it_stands()
    {
        var lists = Wire.Convert<Lists>(
            "SendLists", new Lists([], [], [], default, [default, [1]], null, [], default, null, []), "SendLists");
        Assert.False(lists.Maybe.IsDefault);
        Assert.Empty(lists.Nested[0]);
        Assert.Equal([1L], lists.Nested[1]);
    }

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character()
    {
        var call = Wire.Call<IWork>("Echo");
        Wire.ReadArguments(call, Wire.ArgumentsOf(Wire.Call<IWork>("Echo", "a\uD83Cb")));
        Assert.Equal("a\uFFFDb", call.GetArgument(0));
    }

    [Fact]
    public void Null_where_the_type_forbids_it_is_refused_in_a_list_and_absent_elsewhere()
    {
        var lists = new Lists([], [null!], [], [], [], null, [], [], null, []);
        Assert.Throws<ArgumentNullException>(() => Wire.ArgumentsOf(Wire.Call<IEverything>("SendLists", lists)));
        Assert.Equal("", Wire.Convert<OldPerson>("SendOld", new OldPerson(null!, 1, null), "SendOld").Name);
    }

    [Fact]
    public void An_object_that_contains_itself_is_refused()
    {
        var children = new Node[1];
        var node = new Node(1, null, System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(children));
        children[0] = node;
        Assert.Throws<InvalidOperationException>(() => Wire.ArgumentsOf(Wire.Call<IEverything>("SendNode", node)));
    }

    [Fact]
    public void An_object_of_a_derived_type_is_refused()
    {
        var call = Wire.Call<IEverything>("SendSettable", new Derived { Text = "" });
        var refusal = Assert.Throws<ArgumentException>(() => Wire.ArgumentsOf(call));
        Assert.Contains(nameof(Derived), refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_observer_that_is_not_a_reference_is_refused_with_the_way_out()
    {
        var call = Wire.Call<ISpeakerGrain>("Speak", new DeafListener(), 1);
        var refusal = Assert.Throws<ArgumentException>(() => Wire.ArgumentsOf(call));
        Assert.Contains("CreateObjectReference", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_stays_where_it_is()
    {
        using var source = new CancellationTokenSource();
        var call = Wire.Call<IWork>("RunCancellable", "name", source.Token);
        var come = Wire.Call<IWork>("RunCancellable");
        Wire.ReadArguments(come, Wire.ArgumentsOf(call));
        Assert.Equal("name", come.GetArgument(0));
        Assert.Equal(CancellationToken.None, come.GetArgument(1));
    }

    private sealed class Derived : Settable;

    private sealed class DeafListener : IListener
    {
        public void Heard(int number)
        {
        }

        public Task HeardSlowly(int number) => Task.CompletedTask;
    }

    /// <summary>Gives exactly what is asked for.</summary>
    private sealed class TightBuffer : IBufferWriter<byte>
    {
        private readonly List<byte> _written = [];
        private byte[] _window = [];

        public byte[] Written => [.. _written];

        public void Advance(int count) => _written.AddRange(_window.AsSpan(0, count));

        public Memory<byte> GetMemory(int sizeHint = 0) => _window = new byte[Math.Max(1, sizeHint)];

        public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
    }
}
