using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Model;

/// <summary>Gives those who only know the model the configured database's pooled contexts.</summary>
[SuppressMessage("Performance", "CA1812", Justification = "Created by the container")]
internal sealed class ArenaDbContextFactory<TContext>(IDbContextFactory<TContext> contexts) : IDbContextFactory<ArenaDbContext>
    where TContext : ArenaDbContext
{
    public ArenaDbContext CreateDbContext() => contexts.CreateDbContext();

    public async Task<ArenaDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
        await contexts.CreateDbContextAsync(cancellationToken);
}
