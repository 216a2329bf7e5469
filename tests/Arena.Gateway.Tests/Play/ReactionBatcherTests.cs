using Arena.Gateway.Play;
using Arena.GrainInterfaces;
using Arena.TestKit.VirtualTime;

namespace Arena.Gateway.Tests.Play;

/// <summary>How reactions are gathered on their way.</summary>
public sealed class ReactionBatcherTests
{
    private readonly ManualTimeProvider _time = new(DateTimeOffset.UnixEpoch);
    private readonly List<ReactionBatch> _batches = [];
    private readonly List<Exception> _dropped = [];

    [Fact]
    public void What_comes_within_a_period_goes_in_one_batch_and_what_comes_later_in_the_next()
    {
        var batcher = Batcher();
        for (var seat = 0; seat < 300; seat++)
            batcher.Add(One(Reaction.Clap, seat % 3));
        batcher.Add(One(Reaction.Heart, 7));
        Assert.Empty(_batches);
        _time.Advance(ReactionBatcher.Period);
        var batch = Assert.Single(_batches);
        Assert.Equal([new(Reaction.Clap, 300), new(Reaction.Heart, 1)], batch.Counts);
        Assert.Equal([0, 1, 2, 7], batch.Seats);

        _time.Advance(ReactionBatcher.Period * 10);
        Assert.Single(_batches);
        batcher.Add(One(Reaction.Wow, 1));
        _time.Advance(ReactionBatcher.Period);
        Assert.Equal([new(Reaction.Wow, 1)], _batches[^1].Counts);
    }

    [Fact]
    public void A_room_that_claps_for_a_second_costs_four_batches_and_names_a_bounded_number_of_players()
    {
        var batcher = Batcher();
        for (var moment = 0; moment < 100; moment++)
        {
            for (var seat = 0; seat < 100; seat++)
                batcher.Add(One(Reaction.Party, seat));
            _time.Advance(TimeSpan.FromMilliseconds(10));
        }
        Assert.Equal(4, _batches.Count);
        Assert.Equal(10_000, _batches.Sum(batch => Assert.Single(batch.Counts).Count));
        Assert.All(_batches, batch => Assert.Equal(ReactionBatch.MaxSeats, batch.Seats.Length));
    }

    [Fact]
    public void A_batch_that_cannot_be_sent_is_dropped_and_the_next_one_is_sent()
    {
        var fails = true;
        var batcher = new ReactionBatcher(_time, batch =>
        {
            if (fails)
                throw new IOException("No connection.");
            _batches.Add(batch);
            return Task.CompletedTask;
        }, _dropped.Add);
        batcher.Add(One(Reaction.Clap, 1));
        _time.Advance(ReactionBatcher.Period);
        Assert.IsType<IOException>(Assert.Single(_dropped));
        fails = false;
        batcher.Add(One(Reaction.Sad, 2));
        _time.Advance(ReactionBatcher.Period);
        Assert.Equal([2], Assert.Single(_batches).Seats);
    }

    private static ReactionBatch One(Reaction kind, int seat) => new([new(kind, 1)], [seat]);

    private ReactionBatcher Batcher() => new(_time, batch =>
    {
        _batches.Add(batch);
        return Task.CompletedTask;
    }, _dropped.Add);
}
