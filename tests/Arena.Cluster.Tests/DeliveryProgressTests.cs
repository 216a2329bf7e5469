using Arena.Grains.Ports;
using Arena.Hosting.Events;

namespace Arena.Cluster.Tests;

public sealed class DeliveryProgressTests
{
    private readonly DeliveryProgress _progress = new(position: 10);

    [Fact]
    public void The_position_moves_on_over_whole_pages_in_order()
    {
        var (a, b, c) = (Batch(11), Batch(12), Batch(21));
        _progress.Read([a, b], reached: 20);
        _progress.Read([c], reached: 30);
        _progress.Delivered([b, c]);
        Assert.Equal(10, _progress.Position);
        _progress.Delivered([a]);
        Assert.Equal(30, _progress.Position);
    }

    [Fact]
    public void A_batch_that_is_never_reported_holds_the_position()
    {
        _progress.Read([Batch(11)], reached: 20);
        var later = Batch(21);
        _progress.Read([later], reached: 30);
        _progress.Delivered([later]);
        Assert.Equal((10, 11), (_progress.Position, _progress.OldestAtMs));
    }

    [Fact]
    public void A_page_without_events_moves_it_only_when_nothing_is_outstanding()
    {
        _progress.Read([], reached: 15);
        Assert.Equal(15, _progress.Position);
        var batch = Batch(16);
        _progress.Read([batch], reached: 20);
        _progress.Read([], reached: 25);
        Assert.Equal(15, _progress.Position);
        _progress.Delivered([batch]);
        Assert.Equal(20, _progress.Position);
        Assert.Null(_progress.OldestAtMs);
    }

    private static EventLogBatch Batch(long position) => new([new SessionEvent(position, Guid.NewGuid(), 1, "x.1", "{}", position)]);
}
