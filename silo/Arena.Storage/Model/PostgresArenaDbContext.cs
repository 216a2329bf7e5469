using Microsoft.EntityFrameworkCore;

namespace Arena.Storage;

/// <summary>The model on PostgreSQL: its own type, because migrations belong to a context type.</summary>
internal sealed class PostgresArenaDbContext(DbContextOptions<PostgresArenaDbContext> options) : ArenaDbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<PlayerAnswerRow>(answer =>
        {
            answer.Property(row => row.AnswerPayload).HasColumnType("jsonb");
            answer.HasIndex(row => row.AnswerPayload).HasMethod("gin").HasDatabaseName("ix_player_answer_payload");
        });
    }
}
