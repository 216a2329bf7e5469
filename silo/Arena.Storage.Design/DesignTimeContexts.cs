using System.Diagnostics.CodeAnalysis;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

[assembly: SuppressMessage("Performance", "CA1812", Justification = "Found by dotnet ef")]

return 0;

internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteArenaDbContext>
{
    public SqliteArenaDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteArenaDbContext>().UseSqlite().Options);
}

internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresArenaDbContext>
{
    public PostgresArenaDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresArenaDbContext>().UseNpgsql().Options);
}
