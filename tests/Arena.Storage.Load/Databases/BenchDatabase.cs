using Arena.Grains;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Storage.Load;

/// <summary>A kind of database that is measured.</summary>
internal abstract class BenchDatabase
{
    public abstract string Name { get; }

    /// <summary>Makes an empty database.</summary>
    /// <returns>The settings that select it.</returns>
    public abstract Task<IReadOnlyList<string>> NewAsync();

    /// <summary>Runs with a journal that was started for it, as a process does.</summary>
    public static async Task<T> WithJournalAsync<T>(IReadOnlyList<string> settings, Func<ISessionJournal, Task<T>> run, int? writesPerCommit = null)
    {
        using var host = await StorageHost.StartAsync(
            writesPerCommit is { } most ? [.. settings, $"--Arena:Storage:MaxWritesPerCommit={most}"] : [.. settings]);
        var result = await run(host.Services.GetRequiredService<ISessionJournal>());
        await host.StopAsync();
        return result;
    }
}
