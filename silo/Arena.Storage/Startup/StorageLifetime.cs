using System.Diagnostics.CodeAnalysis;
using Arena.Storage.Writing;
using Microsoft.Extensions.Hosting;

namespace Arena.Storage.Startup;

/// <summary>The database is ready before any other hosted service starts, and the last writes are committed after all of them have stopped.</summary>
[SuppressMessage("Performance", "CA1812", Justification = "Created by the container")]
internal sealed class StorageLifetime(IStorageStartup startup, IWriteDrain writes) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => startup.RunAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => writes.DrainAsync().WaitAsync(cancellationToken);
}
