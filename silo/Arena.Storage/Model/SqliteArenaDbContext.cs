using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Model;

/// <summary>The model on SQLite: its own type, because migrations belong to a context type.</summary>
internal sealed class SqliteArenaDbContext(DbContextOptions<SqliteArenaDbContext> options) : ArenaDbContext(options);
