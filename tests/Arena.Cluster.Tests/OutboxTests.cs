using Arena.GrainInterfaces;
using Arena.Grains.Session;
using Arena.TestKit.VirtualTime;

namespace Arena.Cluster.Tests;

public sealed class OutboxTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly SlowObserver _observer = new();
    private readonly List<Exception> _failures = [];
    private readonly Outbox _outbox;

    public OutboxTests() => _outbox = new(_observer, _time, _failures.Add);

    [Fact]
    public void One_batch_is_in_flight_and_later_messages_are_sent_with_the_next_in_order()
    {
        for (var sequence = 1; sequence <= 4; sequence++)
            _outbox.Add(Push(sequence));
        Assert.Equal(["1"], _observer.Batches);
        _observer.Return();
        Assert.Equal(["1", "2 3 4"], _observer.Batches);
        _outbox.Add(Push(5));
        Assert.Equal(2, _observer.Batches.Count);
        _observer.Return();
        _observer.Return();
        Assert.Equal(["1", "2 3 4", "5"], _observer.Batches);
        _outbox.Add(Push(6));
        Assert.Equal("6", _observer.Batches[^1]);
        Assert.Empty(_failures);
    }

    [Fact]
    public void An_observer_that_fails_is_given_up_once_and_sent_nothing_more()
    {
        _outbox.Add(Push(1));
        _outbox.Add(Push(2));
        _observer.Fail(new InvalidOperationException("It is gone."));
        _outbox.Add(Push(3));
        Assert.Equal(["1"], _observer.Batches);
        Assert.IsType<InvalidOperationException>(Assert.Single(_failures));
        Assert.True(_outbox.Failed);
    }

    [Fact]
    public void A_batch_that_is_not_answered_is_sent_again_with_its_number_before_the_next()
    {
        _outbox.Add(Push(1));
        _outbox.Add(Push(2));
        _observer.Fail(new TimeoutException());
        _observer.Return();
        _observer.Return();
        Assert.Equal(["1", "1", "2"], _observer.Batches);
        Assert.Equal([1L, 1L, 2L], _observer.Numbers);
        Assert.Empty(_failures);
    }

    [Fact]
    public void An_observer_that_answers_none_of_ten_tries_is_given_up()
    {
        _outbox.Add(Push(1));
        for (var attempt = 1; attempt <= 10; attempt++)
        {
            Assert.False(_outbox.Failed);
            _observer.Fail(new TimeoutException());
        }
        Assert.Equal(Enumerable.Repeat("1", 10), _observer.Batches);
        Assert.IsType<TimeoutException>(Assert.Single(_failures));
    }

    [Fact]
    public void A_batch_whose_silo_on_the_way_became_unavailable_is_sent_again_after_a_pause()
    {
        _outbox.Add(Push(1));
        _outbox.Add(Push(2));
        for (var attempt = 1; attempt < 10; attempt++)
        {
            _observer.Fail(new SiloUnavailableException());
            Assert.Equal(attempt, _observer.Batches.Count);
            _time.Advance(TimeSpan.FromMilliseconds(500));
        }
        _observer.Return();
        _observer.Return();
        Assert.Equal([.. Enumerable.Repeat("1", 10), "2"], _observer.Batches);
        Assert.Empty(_failures);
    }

    [Fact]
    public void An_observer_that_no_try_reaches_is_given_up()
    {
        _outbox.Add(Push(1));
        for (var attempt = 1; attempt <= 10; attempt++)
        {
            Assert.False(_outbox.Failed);
            _observer.Fail(new SiloUnavailableException());
            _time.Advance(TimeSpan.FromMilliseconds(500));
        }
        Assert.Equal(Enumerable.Repeat("1", 10), _observer.Batches);
        Assert.IsType<SiloUnavailableException>(Assert.Single(_failures));
    }

    [Fact]
    public void An_observer_that_takes_nothing_is_given_up_when_too_much_waits()
    {
        for (var sequence = 1; sequence <= 1_001; sequence++)
            _outbox.Add(Push(sequence));
        Assert.False(_outbox.Failed);
        _outbox.Add(Push(1_002));
        Assert.IsType<LimitExceededException>(Assert.Single(_failures));
        _observer.Fail(new TimeoutException());
        Assert.Single(_failures);
        Assert.Equal(["1"], _observer.Batches);
    }

    private static SessionPush Push(int sequence) => new(new(1, sequence, 0), 0, null, [], null, [], []);

    private sealed class SlowObserver : ISessionObserver
    {
        private TaskCompletionSource _taken = new();

        public List<string> Batches { get; } = [];

        public List<long> Numbers { get; } = [];

        public Task Pushed(PushBatch batch)
        {
            Batches.Add(string.Join(' ', batch.Pushes.Select(push => push.Position.Sequence)));
            Numbers.Add(batch.Number);
            return _taken.Task;
        }

        public Task Moved() => throw new NotSupportedException();

        public Task Reacted(ReactionBatch batch) => throw new NotSupportedException();

        public void Return()
        {
            var taken = _taken;
            _taken = new();
            taken.SetResult();
        }

        public void Fail(Exception cause)
        {
            var taken = _taken;
            _taken = new();
            taken.SetException(cause);
        }
    }
}
