namespace Arena.Gateway.Startup;

/// <summary>Settings that have a new name. A value under the old key still counts, unless the new key has one; a warning names the new key.</summary>
internal static partial class RenamedSettings
{
    private static readonly (string Old, string New)[] Keys =
    [
        ("Arena:Gateway:ComingsAtOnce", "Arena:Gateway:MaxConcurrentJoins"),
        ("Arena:Gateway:ProbeMs", "Arena:Gateway:PingIntervalMs"),
        ("Arena:Gateway:StalledReaderMs", "Arena:Gateway:SlowConsumerTimeoutMs"),
    ];

    public static WebApplicationBuilder AddRenamedSettings(this WebApplicationBuilder builder)
    {
        var used = Keys.Where(key => builder.Configuration[key.Old] is not null).ToArray();
        builder.Configuration.AddInMemoryCollection(
            [.. used.Where(key => builder.Configuration[key.New] is null).Select(key => KeyValuePair.Create(key.New, builder.Configuration[key.Old]))]);
        builder.Services.AddHostedService(provider => ActivatorUtilities.CreateInstance<Notice>(provider, (object)used));
        return builder;
    }

    private sealed partial class Notice((string Old, string New)[] used, ILogger<Notice> logger) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            foreach (var (old, current) in used)
                LogRenamed(old, current);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        [LoggerMessage(EventId = 257, Level = LogLevel.Warning, Message = "The setting {Old} is called {Current} now. The old key still works; rename it")]
        private partial void LogRenamed(string old, string current);
    }
}
