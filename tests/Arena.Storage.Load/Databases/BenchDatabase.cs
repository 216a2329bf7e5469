using Arena.Grains.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Storage.Load.Databases;

/// <summary>A kind of database that is measured.</summary>
/// <param name="settings">For every database of this kind.</param>
internal abstract class BenchDatabase(IReadOnlyList<string> settings)
{
    public abstract string Name { get; }

    /// <summary>Makes an empty database.</summary>
    /// <returns>The settings that select it.</returns>
    public abstract Task<IReadOnlyList<string>> NewAsync();

    /// <summary>Runs with a journal that was started for it, as a process does.</summary>
    public async Task<T> WithJournalAsync<T>(IReadOnlyList<string> database, Func<ISessionJournal, Task<T>> run, bool oneCommitEach = false)
    {
        using var host = await StorageHost.StartAsync(
            oneCommitEach ? [.. database, .. settings, "--Arena:Storage:MaxWritesPerCommit=1"] : [.. database, .. settings]);
        var result = await run(host.Services.GetRequiredService<ISessionJournal>());
        await host.StopAsync();
        return result;
    }
}
