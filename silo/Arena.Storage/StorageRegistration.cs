using Arena.Grains.Events;
using Arena.Grains.Ports;
using Arena.Storage.Boards;
using Arena.Storage.Configuration;
using Arena.Storage.Events;
using Arena.Storage.Model;
using Arena.Storage.Orleans;
using Arena.Storage.Postgres;
using Arena.Storage.Profiles;
using Arena.Storage.Quizzes;
using Arena.Storage.Retention;
using Arena.Storage.Sqlite;
using Arena.Storage.Startup;
using Arena.Storage.Verification;
using Arena.Storage.Webhooks;
using Arena.Storage.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Arena.Storage;

/// <summary>Composition of the storage.</summary>
public static class StorageRegistration
{
    /// <summary>
    /// Adds the journal, the event feed, the quiz library, what Orleans' providers need, <c>IDbContextFactory&lt;ArenaDbContext&gt;</c>, the
    /// retention, and the hosted step that migrates the database before anything else starts and commits the last writes after everything
    /// else has stopped.
    /// </summary>
    /// <exception cref="StorageException">The configuration names a provider that does not exist.</exception>
    public static IServiceCollection AddArenaStorage(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(StorageOptions.Section);
        var name = section[nameof(StorageOptions.Provider)] ?? nameof(StorageProvider.Sqlite);
        if (!Enum.TryParse<StorageProvider>(name, ignoreCase: true, out var provider) || !Enum.IsDefined(provider))
            throw new StorageException($"{StorageOptions.Section}:{nameof(StorageOptions.Provider)} is '{name}'. Give sqlite or postgres.");
        services.AddOptions<StorageOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.AddMetrics();
        services.AddSingleton<StorageMetrics>();
        if (provider == StorageProvider.Sqlite)
            AddSqlite(services);
        else
            AddPostgres(services);
        services.AddSingleton<EventSignal>();
        services.AddSingleton<IEventDeliveries, EventDeliveries>();
        services.AddSingleton<EventInbox>();
        services.AddSingleton<IBoardLines, BoardLines>();
        services.AddSingleton<ProfileReader>();
        services.AddSingleton<WebhookQueue>();
        services.AddSingleton<WebhookSecrets>();
        services.AddOptions<WebhookOptions>().Bind(configuration.GetSection(WebhookOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebhookOptions>, WebhookOptionsValidator>();
        services.AddSingleton<IQuizLibrary, QuizLibrary>();
        services.AddSingleton<StorageVerifier>();
        services.AddHostedService<StorageLifetime>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<RetentionOptions>().Bind(configuration.GetSection(RetentionOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<RetentionOptions>, RetentionOptionsValidator>();
        services.AddSingleton<RetentionSweep>();
        services.AddHostedService<RetentionService>();
        return services;
    }

    /// <summary>Declares the consumers whose tables are derived from the events of games, and can be derived again (<c>arena events replay</c>).</summary>
    public static IServiceCollection AddDerivedTables(this IServiceCollection services) => services
        .AddEventConsumer<GameSummaries>()
        .AddEventConsumer<GameFigures>()
        .AddEventConsumer<BoardGames>()
        .AddEventConsumer<PlayedGames>()
        .AddEventConsumer<HomeworkResults>();

    /// <summary>Lets the processes that share a database signal new events to each other. SQLite has one process, which needs nothing.</summary>
    public static IServiceCollection AddEventNotifications(this IServiceCollection services) =>
        services.Any(service => service.ServiceType == typeof(PostgresDatabase)) ? services.AddHostedService<PostgresEventNotifications>() : services;

    /// <summary>Makes the database ready, for programs that run no host. Hosts need not call it.</summary>
    /// <exception cref="StorageException">The storage cannot be used. It was left as it was.</exception>
    public static Task MigrateArenaDatabaseAsync(this IServiceProvider services, CancellationToken cancel = default) =>
        services.GetRequiredService<IStorageStartup>().RunAsync(cancel);

    /// <summary>Whether the database is there and can be read, for programs that change nothing.</summary>
    /// <exception cref="StorageException">It cannot.</exception>
    public static Task CheckArenaDatabaseAsync(this IServiceProvider services, CancellationToken cancel = default) =>
        services.GetRequiredService<IStorageStartup>().CheckAsync(cancel);

    private static void AddSqlite(IServiceCollection services)
    {
        services.AddSingleton<SqliteDatabase>();
        services.AddSingleton<GroupCommitQueue<SqliteWrite>>();
        services.AddSingleton<SqliteWriter>();
        services.AddSingleton<IWriteDrain>(provider => provider.GetRequiredService<SqliteWriter>());
        services.AddSingleton<ISessionJournal, SqliteSessionJournal>();
        services.AddSingleton<IEventFeed, SqliteEventFeed>();
        services.AddSingleton(provider => new OrleansDatabase("System.Data.SQLite", new SqliteDataSource(provider.GetRequiredService<SqliteDatabase>())));
        services.AddSingleton<IRetentionStatements, SqliteRetentionStatements>();
        services.AddSingleton<IBatchWriter, SqliteBatchWriter>();
        services.AddSingleton<IStorageStartup, SqliteStartup>();
        services.AddPooledDbContextFactory<SqliteArenaDbContext>((provider, options) => options
            .UseSqlite(provider.GetRequiredService<SqliteDatabase>().ConnectionString)
            .AddInterceptors(new SqliteConnectionSetup()));
        services.AddSingleton<IDbContextFactory<ArenaDbContext>, ArenaDbContextFactory<SqliteArenaDbContext>>();
    }

    private static void AddPostgres(IServiceCollection services)
    {
        services.AddSingleton<PostgresDatabase>();
        services.AddSingleton<GroupCommitQueue<PostgresAppend>>();
        services.AddSingleton<PostgresWriter>();
        services.AddSingleton<IWriteDrain>(provider => provider.GetRequiredService<PostgresWriter>());
        services.AddSingleton<ISessionJournal, PostgresSessionJournal>();
        services.AddSingleton<IEventFeed, PostgresEventFeed>();
        services.AddSingleton(provider => new OrleansDatabase("Npgsql", provider.GetRequiredService<PostgresDatabase>().Source));
        services.AddSingleton<IRetentionStatements, PostgresRetentionStatements>();
        services.AddSingleton<IBatchWriter, PostgresBatchWriter>();
        services.AddSingleton<PostgresStartup>();
        services.AddSingleton<IStorageStartup>(provider => provider.GetRequiredService<PostgresStartup>());
        services.AddPooledDbContextFactory<PostgresArenaDbContext>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<PostgresDatabase>().Source));
        services.AddSingleton<IDbContextFactory<ArenaDbContext>, ArenaDbContextFactory<PostgresArenaDbContext>>();
    }
}
