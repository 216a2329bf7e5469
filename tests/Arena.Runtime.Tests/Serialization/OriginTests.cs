namespace Arena.Runtime.Tests.Serialization;

public sealed class OriginTests
{
    [Fact]
    public async Task The_answer_of_a_call_that_came_as_bytes_goes_where_it_came_from()
    {
        await using var cluster = await Cluster.StartAsync();
        var origin = new Origin();
        var call = Deliver(cluster, Wire.Call<IWork>("Echo", "hello"), origin);
        await cluster.WaitForIdleAsync();
        Assert.Equal(["hello"], origin.Heard);
        Assert.True(call.IsAbandoned);
    }

    [Fact]
    public async Task So_does_the_completion_of_one_without_an_answer()
    {
        await using var cluster = await Cluster.StartAsync();
        var origin = new Origin();
        Deliver(cluster, Wire.Call<IWork>("Touch"), origin);
        await cluster.WaitForIdleAsync();
        Assert.Equal([null], origin.Heard);
    }

    [Fact]
    public async Task So_does_its_failure()
    {
        await using var cluster = await Cluster.StartAsync();
        var origin = new Origin();
        Deliver(cluster, Wire.Call<IWork>("Fail", "broken"), origin);
        await cluster.WaitForIdleAsync();
        Assert.Equal("broken", Assert.IsType<InvalidTimeZoneException>(Assert.Single(origin.Heard)).Message);
    }

    [Fact]
    public async Task It_hears_once_even_if_the_caller_gives_up_before_the_turn_ends()
    {
        await using var cluster = await Cluster.StartAsync();
        var origin = new Origin();
        var call = Deliver(cluster, Wire.Call<IWork>("RunCancellable", "held"), origin);
        await cluster.WaitForIdleAsync();
        call.Abandon(new OperationCanceledException("gone"));
        await cluster.WaitForIdleAsync();
        Assert.IsType<OperationCanceledException>(Assert.Single(origin.Heard));
        Assert.Contains("cancelled held", cluster.Probe().Log);
    }

    [Fact]
    public async Task A_turn_whose_caller_has_gone_does_not_begin()
    {
        await using var cluster = await Cluster.StartAsync();
        Deliver(cluster, Wire.Call<IWork>("Touch"), new Origin { IsGone = true });
        await cluster.WaitForIdleAsync();
        Assert.DoesNotContain("touch", cluster.Probe().Log);
    }

    [Fact]
    public async Task A_one_way_call_from_elsewhere_has_no_origin()
    {
        await using var cluster = await Cluster.StartAsync();
        cluster.Probe().Open("name");
        Deliver(cluster, Wire.Call<IWork>("Post", "name"), null);
        await cluster.WaitForIdleAsync();
        Assert.Contains("end name", cluster.Probe().Log);
    }

    [Fact]
    public async Task Values_that_came_with_the_call_are_seen_by_the_turn()
    {
        await using var cluster = await Cluster.StartAsync();
        var origin = new Origin();
        RequestContext.Set("key", "from afar");
        var values = RequestContext.Snapshot;
        RequestContext.Clear();
        var call = Wire.Call<IContextual>("Read");
        var reference = (GrainReference)cluster.Grain<IContextual>("a");
        call.Reference = reference;
        call.CaptureOrigin(origin, values);
        ((CallRouter)reference.Runtime).Route(call);
        await cluster.WaitForIdleAsync();
        Assert.Equal(["from afar"], origin.Heard);
    }

    [Fact]
    public async Task An_answer_that_came_as_bytes_completes_the_promise()
    {
        var call = (GrainCall<string>)Wire.Call<IWork>("Echo");
        var promise = call.CreatePromise();
        var reader = new WireReader(Wire.ResultOf(Wire.Call<IWork>("Echo"), "answer"));
        call.CompleteFrom(ref reader);
        Assert.Equal("answer", await promise);
    }

    private static GrainCall Deliver(TestCluster cluster, GrainCall sent, IncomingOrigin? origin)
    {
        var reference = (GrainReference)cluster.Grain<IWork>("a");
        Assert.True(Wire.Manifest.TryGetCall(sent.Method.WireKey, out var create));
        var call = create();
        Wire.ReadArguments(call, Wire.ArgumentsOf(sent));
        call.Reference = reference;
        call.CaptureOrigin(origin, null);
        ((CallRouter)reference.Runtime).Route(call);
        return call;
    }

    private sealed class Origin : IncomingOrigin
    {
        private readonly List<object?> _heard = [];

        public IReadOnlyList<object?> Heard => _heard;

        public bool IsGone { get; init; }

        public override bool IsAbandoned => IsGone;

        public override void Succeed(GrainCall call)
        {
            var bytes = Wire.Bytes((ref WireWriter writer) => call.WriteResult(ref writer));
            var answer = Wire.Call<IWork>("Echo");
            if (bytes.Length > 0) Wire.ReadResult(answer, bytes);
            _heard.Add(bytes.Length > 0 ? answer.Result : null);
        }

        public override void Fail(GrainCall call, Exception exception) => _heard.Add(exception);

        public override void NotHere(GrainCall call, SiloAddress? owner) => _heard.Add(owner);
    }
}
