using Arena.Cluster.Tests.Support;
using Arena.Grains.Configuration;
using Arena.Grains.Events;
using Arena.Grains.Ports;
using Arena.TestKit.VirtualTime;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Arena.Cluster.Tests;

/// <summary>What becomes of the events of one session, without Orleans and in virtual time.</summary>
public sealed class SessionConsumersTests
{
    private readonly Guid _session = Guid.NewGuid();
    private readonly Probe _probe = new();
    private readonly MemoryFeed _feed = new();
    private readonly MemoryDeliveries _deliveries = new();
    private readonly ManualTimeProvider _time = new();
    private readonly EventOptions _options = new() { MaxAttempts = 3, FirstRetryMs = 1_000, LongestRetryMs = 1_500 };
    private readonly ScriptedConsumer _good;
    private readonly ScriptedConsumer _bad;
    private readonly SessionConsumers _consumers;

    public SessionConsumersTests()
    {
        (_good, _bad) = (new("good", _probe), new("bad", _probe));
        _consumers = Of(_good, _bad);
    }

    [Fact]
    public async Task All_consumers_handle_all_events_in_order()
    {
        await DeliverAsync(1, 2);
        await DeliverAsync(3);
        Assert.Equal([1, 2, 3], _good.Versions(_session));
        Assert.Equal([1, 2, 3], _bad.Versions(_session));
        Assert.Empty(_deliveries.Backlogs);
    }

    [Fact]
    public async Task A_consumer_that_fails_is_passed_by_until_it_has_caught_up_in_order()
    {
        Fail(2);
        await DeliverAsync(1);
        await DeliverAsync(2, 3);
        await DeliverAsync(4);
        Assert.Equal([1, 2, 3, 4], _good.Versions(_session));
        Assert.Equal([1], _bad.Versions(_session));
        Assert.Equal((2, 1), (_deliveries.Backlogs.Single().Version, _deliveries.Backlogs.Single().Attempts));

        _bad.Fault = _ => null;
        await _consumers.CatchUpAsync("bad");
        Assert.Equal([1], _bad.Versions(_session));
        _time.Advance(TimeSpan.FromSeconds(1));
        await _consumers.CatchUpAsync("bad");
        Assert.Equal([1, 2, 3, 4], _bad.Versions(_session));
        Assert.Empty(_deliveries.Backlogs);
        await DeliverAsync(5);
        Assert.Equal([1, 2, 3, 4, 5], _bad.Versions(_session));
        Assert.Equal(0, _bad.Repeated);
    }

    [Fact]
    public async Task An_event_that_never_succeeds_becomes_a_dead_letter_after_growing_pauses_and_later_ones_follow()
    {
        Fail(3);
        await DeliverAsync(1, 2, 3, 4);
        List<double> pauses = [];
        while (_deliveries.Backlogs is [var backlog])
        {
            pauses.Add((backlog.DueAt - _time.GetUtcNow()).TotalSeconds);
            _time.Advance(backlog.DueAt - _time.GetUtcNow());
            await _consumers.CatchUpAsync("bad");
        }

        Assert.Equal([1, 1, 1.5], pauses);
        Assert.Equal([1, 2, 4], _bad.Versions(_session));
        var letter = Assert.Single(_deliveries.Letters);
        Assert.Equal(("bad", _session, 3, "happened.1", 3), (letter.Consumer, letter.SessionId, letter.Version, letter.Type, letter.Attempts));
        Assert.Contains("InvalidTimeZoneException", letter.Error, StringComparison.Ordinal);
        Assert.Equal([1, 2, 3, 4], _good.Versions(_session));
    }

    [Fact]
    public async Task A_dead_letter_is_tried_again_on_request_by_itself()
    {
        Fail(1);
        await DeliverAsync(1, 2);
        while (_deliveries.Backlogs is [var backlog])
        {
            _time.Advance(backlog.DueAt - _time.GetUtcNow());
            await _consumers.CatchUpAsync("bad");
        }
        await _consumers.RetryLetterAsync("bad", 1);
        Assert.Equal(4, Assert.Single(_deliveries.Letters).Attempts);

        _bad.Fault = _ => null;
        await _consumers.RetryLetterAsync("bad", 1);
        Assert.Empty(_deliveries.Letters);
        Assert.Equal([2, 1], _bad.Versions(_session));
    }

    [Fact]
    public async Task A_consumer_that_does_not_end_counts_as_failed_when_its_time_is_over()
    {
        var stuck = new StuckConsumer();
        var consumers = Of(stuck, _good);
        _feed.Add(_session, 1);
        var delivery = consumers.DeliverAsync([.. await _feed.ReadSessionAsync(_session, 0, 10, default)]);
        Assert.Equal([1], _good.Versions(_session));
        Assert.False(delivery.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(_options.HandleTimeoutMs));
        await delivery;
        Assert.Equal("stuck", Assert.Single(_deliveries.Backlogs).Consumer);
        Assert.Contains("Not done within 10000 ms", Assert.Single(_deliveries.Backlogs).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_consumer_that_continues_after_its_time_does_not_run_beside_itself()
    {
        var stuck = new StuckConsumer();
        var consumers = Of(stuck);
        _feed.Add(_session, 1);
        var delivery = consumers.DeliverAsync([.. await _feed.ReadSessionAsync(_session, 0, 10, default)]);
        _time.Advance(TimeSpan.FromMilliseconds(_options.HandleTimeoutMs));
        await delivery;

        _time.Advance(TimeSpan.FromSeconds(1));
        var again = consumers.CatchUpAsync("stuck");
        Assert.Equal(1, stuck.Begun);
        stuck.End();
        await again;
        Assert.Equal(2, stuck.Begun);
        Assert.Empty(_deliveries.Backlogs);
    }

    [Fact]
    public async Task A_consumer_that_never_ends_loses_one_event_and_not_those_after_it()
    {
        var stuck = new StuckConsumer();
        var consumers = Of(stuck);
        _feed.Add(_session, 1);
        _feed.Add(_session, 2);
        var trying = consumers.DeliverAsync([.. await _feed.ReadSessionAsync(_session, 0, 1, default)]);
        for (var attempt = 1; attempt <= _options.MaxAttempts; attempt++)
        {
            Assert.Empty(_deliveries.Letters);
            _time.Advance(TimeSpan.FromMilliseconds(_options.HandleTimeoutMs));
            await trying;
            _time.Advance(TimeSpan.FromSeconds(2));
            trying = attempt < _options.MaxAttempts ? consumers.CatchUpAsync("stuck") : Task.CompletedTask;
        }
        Assert.Equal(1, Assert.Single(_deliveries.Letters).Version);
        Assert.Equal(1, stuck.Begun);
        trying = consumers.CatchUpAsync("stuck");
        Assert.Equal(2, stuck.Begun);
        stuck.End();
        await trying;
        Assert.Empty(_deliveries.Backlogs);
    }

    [Fact]
    public async Task A_consumer_whose_end_of_the_backlog_was_not_heard_of_is_not_passed_by()
    {
        Fail(1);
        await DeliverAsync(1);
        _bad.Fault = _ => null;
        _time.Advance(TimeSpan.FromSeconds(1));
        _deliveries.LosesReply = true;
        await Assert.ThrowsAsync<JournalUnavailableException>(() => _consumers.CatchUpAsync("bad"));
        Assert.Empty(_deliveries.Backlogs);
        await DeliverAsync(2);
        Assert.Equal([1, 2], _bad.Versions(_session));
    }

    [Fact]
    public async Task Slow_events_do_not_hold_the_session_for_longer_than_one_may_take()
    {
        var slow = new SlowConsumer(_time, TimeSpan.FromSeconds(4));
        var consumers = Of(slow);
        for (var version = 1; version <= 1_000; version++)
            _feed.Add(_session, version);
        await _deliveries.DeferAsync(new("slow", _session, 1, 0, _time.GetUtcNow(), null), default);
        await consumers.CatchUpAsync("slow");
        Assert.Equal(601, Assert.Single(_deliveries.Backlogs).Version);
    }

    [Fact]
    public async Task A_consumer_that_cannot_forget_is_asked_again_after_growing_pauses()
    {
        var consumers = Of(new UnforgettingConsumer());
        await _deliveries.DeferAsync(new("unforgetting", _session, 1, 0, _time.GetUtcNow(), null, StartsOver: true), default);
        List<double> pauses = [];
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await consumers.CatchUpAsync("unforgetting");
            var backlog = Assert.Single(_deliveries.Backlogs);
            Assert.True(backlog.StartsOver);
            pauses.Add((backlog.DueAt - _time.GetUtcNow()).TotalSeconds);
            _time.Advance(backlog.DueAt - _time.GetUtcNow());
        }
        Assert.Equal([1, 1.5, 1.5], pauses);
    }

    [Fact]
    public async Task A_delivery_fails_when_the_backlog_cannot_be_written()
    {
        Fail(1);
        _deliveries.Down = true;
        await Assert.ThrowsAsync<JournalUnavailableException>(() => DeliverAsync(1));
        _deliveries.Down = false;
        _bad.Fault = _ => null;
        await _consumers.DeliverAsync([.. await _feed.ReadSessionAsync(_session, 0, 10, default)]);
        Assert.Equal([1], _bad.Versions(_session));
        Assert.Equal([1], _good.Versions(_session));
    }

    [Fact]
    public async Task The_next_activation_knows_who_is_behind()
    {
        Fail(1);
        await DeliverAsync(1);
        _bad.Fault = _ => null;
        var next = Of(_good, _bad);
        await next.OpenAsync(default);
        _feed.Add(_session, 2);
        await next.DeliverAsync([.. await _feed.ReadSessionAsync(_session, 1, 10, default)]);
        Assert.Empty(_bad.Versions(_session));
        _time.Advance(TimeSpan.FromSeconds(1));
        await next.CatchUpAsync("bad");
        Assert.Equal([1, 2], _bad.Versions(_session));
    }

    [Fact]
    public async Task A_replayable_consumer_starts_over_and_another_does_not()
    {
        var replayable = new ReplayableConsumer("replayable", _probe);
        var consumers = Of(replayable, _good);
        _feed.Add(_session, 1);
        _feed.Add(_session, 2);
        await consumers.DeliverAsync([.. await _feed.ReadSessionAsync(_session, 0, 10, default)]);
        foreach (var name in (string[])["replayable", "good"])
        {
            await _deliveries.DeferAsync(new(name, _session, 1, 0, _time.GetUtcNow(), null, StartsOver: true), default);
            await consumers.CatchUpAsync(name);
            await consumers.CatchUpAsync(name);
        }
        Assert.Equal(["1", "2", "forgets", "1", "2"], _probe.Log.Where(note => note.StartsWith("replayable", StringComparison.Ordinal)).Select(note => note.Split(' ')[2]));
        Assert.Empty(_deliveries.Backlogs);
    }

    [Fact]
    public void Two_consumers_of_one_name_or_a_name_that_is_none_stop_the_start()
    {
        Assert.Throws<InvalidOperationException>(() => new EventConsumers([new ScriptedConsumer("one", _probe), new ScriptedConsumer("one", _probe)]));
        Assert.Throws<InvalidOperationException>(() => new EventConsumers([new ScriptedConsumer("One!", _probe)]));
    }

    private void Fail(long version) => _bad.Fault = happened => happened.Version == version ? new InvalidTimeZoneException("poison") : null;

    private Task DeliverAsync(params long[] versions)
    {
        List<SessionEvent> events = [];
        foreach (var version in versions)
        {
            _feed.Add(_session, version);
            events.Add(new(version, _session, version, "happened.1", "{}", 0));
        }
        return _consumers.DeliverAsync([.. events]);
    }

    private SessionConsumers Of(params IEventConsumer[] consumers) =>
        new(_session, new(consumers), _feed, _deliveries, _time, Options.Create(_options), NullLogger<SessionConsumers>.Instance);

    private sealed class StuckConsumer : IEventConsumer
    {
        private readonly TaskCompletionSource _end = new();

        public string Name => "stuck";

        public int Begun { get; private set; }

        public void End() => _end.SetResult();

        public Task HandleAsync(SessionEvents events, CancellationToken cancel)
        {
            Begun++;
            return _end.Task;
        }
    }

    private sealed class SlowConsumer(ManualTimeProvider time, TimeSpan takes) : IEventConsumer
    {
        public string Name => "slow";

        public Task HandleAsync(SessionEvents events, CancellationToken cancel)
        {
            time.Advance(takes);
            return Task.CompletedTask;
        }
    }

    private sealed class UnforgettingConsumer : IReplayableEventConsumer
    {
        public string Name => "unforgetting";

        public Task HandleAsync(SessionEvents events, CancellationToken cancel) => Task.CompletedTask;

        public Task ForgetAsync(Guid sessionId, CancellationToken cancel) => throw new InvalidTimeZoneException("broken");
    }
}
