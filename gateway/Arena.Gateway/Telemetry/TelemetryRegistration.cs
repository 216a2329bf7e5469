using Arena.Grains;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Arena.Gateway;

/// <summary>Logs as JSON lines; metrics and traces by OTLP to wherever <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says, or nowhere.</summary>
internal static class TelemetryRegistration
{
    private const string EndpointKey = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static WebApplicationBuilder AddArenaTelemetry(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders().AddJsonConsole(console =>
        {
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
        });
        if (!string.IsNullOrEmpty(builder.Configuration[EndpointKey]))
            builder.Services.AddHostedService<OtlpExport>();
        return builder;
    }

    /// <summary>The providers live as long as the host and flush when it stops.</summary>
    private sealed class OtlpExport : IHostedService, IDisposable
    {
        private static readonly string[] Meters =
        [
            GatewayTelemetry.MeterName, GrainTelemetry.MeterName, "Arena.Runtime", "Arena.Storage", "Microsoft.AspNetCore.Hosting",
            "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime",
        ];

        private static readonly string[] Sources = [GatewayTelemetry.SourceName, "Arena.Runtime"];

        private MeterProvider? _metrics;
        private TracerProvider? _traces;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            var resource = ResourceBuilder.CreateDefault().AddService("arena-gateway");
            _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Meters).AddOtlpExporter().Build();
            _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Sources).AddOtlpExporter().Build();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken)
        {
            _metrics?.ForceFlush();
            _traces?.ForceFlush();
            return Task.CompletedTask;
        }

        public void Dispose()
        {
            _metrics?.Dispose();
            _traces?.Dispose();
        }
    }
}
