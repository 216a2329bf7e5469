using Arena.Grains;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Arena.Storage;

/// <summary>Composition of the storage.</summary>
public static class StorageRegistration
{
    /// <summary>
    /// Adds the journal, the quiz library, <c>IDbContextFactory&lt;ArenaDbContext&gt;</c> and the hosted step that migrates the database
    /// before anything else starts and commits the last writes after everything else has stopped.
    /// </summary>
    public static IServiceCollection AddArenaStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.AddMetrics();
        services.AddSingleton<StorageMetrics>();
        services.AddSingleton<SqliteDatabase>();
        services.AddSingleton<GroupCommitQueue<SqliteWrite>>();
        services.AddSingleton<SqliteWriter>();
        services.AddSingleton<IWriteDrain>(provider => provider.GetRequiredService<SqliteWriter>());
        services.AddSingleton<ISessionJournal, SqliteSessionJournal>();
        services.AddSingleton<IStorageStartup, SqliteStartup>();
        services.AddPooledDbContextFactory<SqliteArenaDbContext>((provider, options) => options
            .UseSqlite(provider.GetRequiredService<SqliteDatabase>().ConnectionString)
            .AddInterceptors(new SqliteConnectionSetup()));
        services.AddSingleton<IDbContextFactory<ArenaDbContext>, ArenaDbContextFactory<SqliteArenaDbContext>>();
        services.AddSingleton<IQuizLibrary, QuizLibrary>();
        services.AddHostedService<StorageLifetime>();
        return services;
    }

    /// <summary>Makes the database ready, for programs that run no host. Hosts need not call it.</summary>
    /// <exception cref="StorageException">The storage cannot be used. It was left as it was.</exception>
    public static Task MigrateArenaDatabaseAsync(this IServiceProvider services, CancellationToken cancel = default) =>
        services.GetRequiredService<IStorageStartup>().RunAsync(cancel);
}
