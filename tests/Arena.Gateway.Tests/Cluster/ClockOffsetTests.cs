using Arena.Gateway.Play;
using Arena.GrainInterfaces;
using Arena.TestKit.VirtualTime;

namespace Arena.Gateway.Tests.Cluster;

/// <summary>What a gateway makes of the clock of a silo on another machine.</summary>
public sealed class ClockOffsetTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly ServerClock _clock;
    private readonly ClockOffset _silo;

    public ClockOffsetTests()
    {
        _clock = new(_time);
        _silo = new(_clock);
    }

    private double Offset => _silo.PreciseNowMs - _clock.PreciseNowMs;

    [Fact]
    public void Clocks_that_agree_within_the_accuracy_of_an_exchange_stay_as_they_are()
    {
        Exchange(aheadMs: 0, thereMs: 40, backMs: 40);

        Assert.Equal(0, Offset);
    }

    [Theory]
    [InlineData(5_000, 3, 1)]
    [InlineData(-5_000, 1, 30)]
    public void A_silo_whose_clock_is_off_is_followed_to_within_the_exchange(int aheadMs, int thereMs, int backMs)
    {
        Exchange(aheadMs, thereMs, backMs);

        Assert.InRange(Offset, aheadMs - backMs - 1, aheadMs + thereMs + 1);
    }

    [Fact]
    public void A_quick_exchange_makes_a_slow_one_exact()
    {
        Exchange(aheadMs: 5_000, thereMs: 900, backMs: 900);
        Exchange(aheadMs: 5_000, thereMs: 1, backMs: 1);
        Exchange(aheadMs: 5_000, thereMs: 900, backMs: 900);

        Assert.InRange(Offset, 4_998, 5_002);
    }

    [Fact]
    public void A_clock_that_was_set_is_followed()
    {
        Exchange(aheadMs: 5_000, thereMs: 1, backMs: 1);
        Exchange(aheadMs: -200, thereMs: 1, backMs: 1);

        Assert.InRange(Offset, -202, -198);
    }

    [Fact]
    public void Another_silo_has_another_clock_and_late_readings_of_the_old_one_are_ignored()
    {
        Exchange(aheadMs: 5_000, thereMs: 1, backMs: 1, epoch: 1);
        Exchange(aheadMs: 4_000, thereMs: 800, backMs: 800, epoch: 2);
        Assert.InRange(Offset, 3_199, 4_801);
        var offset = Offset;

        Exchange(aheadMs: 5_000, thereMs: 1, backMs: 1, epoch: 1);

        Assert.Equal(offset, Offset);
    }

    private void Exchange(int aheadMs, int thereMs, int backMs, long epoch = 1)
    {
        var sent = _silo.Begin();
        _time.Advance(TimeSpan.FromMilliseconds(thereMs));
        var read = _clock.NowMs + aheadMs;
        _time.Advance(TimeSpan.FromMilliseconds(backMs));
        _silo.End(epoch, sent, read);
    }
}
