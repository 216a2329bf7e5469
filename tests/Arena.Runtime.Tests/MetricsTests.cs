using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Runtime.Tests;

public sealed class MetricsTests
{
    [Fact]
    public async Task Activations_depth_rejections_durations_and_timeouts_are_measured()
    {
        await using var cluster = await Cluster.StartAsync(builder => builder.WithOptions(options => options.MailboxLimit = 1));
        var sums = new Dictionary<string, double>();
        using var listener = new MeterListener();
        var factory = cluster.ServiceProvider.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, factory)) self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => Add(instrument, value));
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Add(instrument, value));
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => Add(instrument, value));
        listener.Start();

        var grain = cluster.Grain<IWork>("a");
        var held = grain.Run("held");
        await cluster.WaitForIdleAsync();
        var waiting = grain.Echo("waits");
        await Assert.ThrowsAsync<LimitExceededException>(() => grain.Echo("refused"));
        await cluster.AdvanceAsync(TimeSpan.FromSeconds(31));
        await Assert.ThrowsAsync<TimeoutException>(() => held);
        await Assert.ThrowsAsync<TimeoutException>(() => waiting);
        listener.RecordObservableInstruments();
        cluster.Probe().Open("held");
        await cluster.WaitForIdleAsync();

        Assert.Equal(1, sums["arena.runtime.activations"]);
        Assert.Equal(1, sums["arena.runtime.mailbox.depth"]);
        Assert.Equal(1, sums["arena.runtime.mailbox.rejections"]);
        Assert.Equal(2, sums["arena.runtime.call.timeouts"]);
        Assert.Equal(31, sums["arena.runtime.turn.duration"]);

        void Add(Instrument instrument, double value)
        {
            lock (sums) sums[instrument.Name] = sums.GetValueOrDefault(instrument.Name) + value;
        }
    }
}
