using System.Diagnostics.Metrics;
using Arena.Load.Crowds;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;

namespace Arena.Gateway.Tests.Load;

public sealed class MetricsReceiverTests
{
    [Fact]
    public async Task The_newest_value_of_a_sum_is_known_over_all_its_attributes()
    {
        await using var receiver = await MetricsReceiver.StartAsync();
        using var meter = new Meter(nameof(MetricsReceiverTests));
        var counter = meter.CreateUpDownCounter<long>("counted");
        _ = meter.CreateObservableGauge("gauged", () => 1);
        using var provider = Sdk.CreateMeterProviderBuilder().AddMeter(meter.Name).AddOtlpExporter(otlp =>
        {
            otlp.Protocol = OtlpExportProtocol.HttpProtobuf;
            otlp.Endpoint = new(receiver.Settings["OTEL_EXPORTER_OTLP_ENDPOINT"] + "/v1/metrics");
        }).Build();
        counter.Add(300, new KeyValuePair<string, object?>("kind", "a"));
        counter.Add(-42, new KeyValuePair<string, object?>("kind", "b"));
        var next = receiver.NextAsync("counted");

        while (!next.IsCompleted)
            Assert.True(provider.ForceFlush());

        Assert.Equal(258, await next);
    }
}
