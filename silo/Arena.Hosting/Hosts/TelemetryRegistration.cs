using Arena.Grains.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Arena.Hosting.Hosts;

/// <summary>Logs on the console, for people or for programs; metrics and traces by OTLP to <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, if set.</summary>
public static class TelemetryRegistration
{
    private const string FormatterKey = "Logging:Console:FormatterName";
    private const string EndpointKey = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Default log levels; configured ones take precedence.</summary>
    private static readonly Dictionary<string, string?> LogLevels = new()
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft"] = "Warning",
        ["Logging:LogLevel:Orleans"] = "Warning",
        // Its first check takes the time since the machine started for a stall, if it runs before the participants are known.
        ["Logging:LogLevel:Orleans.Runtime.Watchdog"] = "Error",
        // It recommends the server's garbage collector, which costs more than it brings here.
        ["Logging:LogLevel:Orleans.Runtime.Silo"] = "Error",
        ["Logging:LogLevel:Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher"] = "None",
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Information",
    };

    /// <summary>Adds both.</summary>
    /// <param name="builder">The process.</param>
    /// <param name="service">What it is called in telemetry.</param>
    /// <param name="own">Meters and trace sources of its own, by their common names.</param>
    public static void AddArenaTelemetry(this IHostApplicationBuilder builder, string service, params string[] own)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = LogLevels });
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData = ConsoleDefaults(builder.Configuration[FormatterKey], isTerminal: !Console.IsOutputRedirected),
        });
        builder.Logging.ClearProviders().AddConsole();
        if (IsExported(builder.Configuration))
            builder.Services.AddHostedService(_ => new OtlpExport(service, own));
    }

    /// <summary>How the console writes: a line for people on a terminal, JSON for programs elsewhere. Configured values take precedence.</summary>
    /// <param name="configured">The formatter that the configuration names.</param>
    /// <param name="isTerminal">Whether an operator reads it as it comes.</param>
    internal static Dictionary<string, string?> ConsoleDefaults(string? configured, bool isTerminal)
    {
        string formatter = configured ?? (isTerminal ? ConsoleFormatterNames.Simple : ConsoleFormatterNames.Json);
        bool isForPeople = formatter.Equals(ConsoleFormatterNames.Simple, StringComparison.OrdinalIgnoreCase);
        return new()
        {
            [FormatterKey] = formatter,
            ["Logging:Console:FormatterOptions:SingleLine"] = "true",
            ["Logging:Console:FormatterOptions:UseUtcTimestamp"] = isForPeople ? "false" : "true",
            ["Logging:Console:FormatterOptions:TimestampFormat"] = isForPeople ? "HH:mm:ss " : "yyyy-MM-ddTHH:mm:ss.fffZ",
        };
    }

    /// <summary>Whether metrics and traces go anywhere. Context for traces costs every grain call some, so it is passed along only then.</summary>
    internal static bool IsExported(IConfiguration configuration) => !string.IsNullOrEmpty(configuration[EndpointKey]);

    /// <summary>The providers live as long as the host and flush when it stops.</summary>
    private sealed class OtlpExport(string service, string[] own) : IHostedService, IDisposable
    {
        private static readonly string[] Meters =
        [
            GrainTelemetry.MeterName, "Arena.Storage", "Microsoft.AspNetCore.Hosting",
            "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime", "Microsoft.Orleans",
        ];

        private static readonly string[] Traces =
        [
            "Microsoft.Orleans.Application", "Microsoft.Orleans.Runtime", "Microsoft.Orleans.Lifecycle", "Microsoft.Orleans.Storage",
        ];

        private MeterProvider? _metrics;
        private TracerProvider? _traces;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            var resource = ResourceBuilder.CreateDefault().AddService(service);
            _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter([.. Meters, .. own]).AddOtlpExporter().Build();
            _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource([.. Traces, .. own]).AddOtlpExporter().Build();
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
