using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Model;

/// <summary>The model on PostgreSQL: its own type, because migrations belong to a context type.</summary>
internal sealed class PostgresArenaDbContext(DbContextOptions<PostgresArenaDbContext> options) : ArenaDbContext(options)
{
    // Rows that change often: the room that is left lets PostgreSQL change them within their page, without touching an index.
    private const int HalfFull = 50;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<PlayerAnswerRow>(answer =>
        {
            answer.Property(row => row.AnswerPayload).HasColumnType("jsonb");
            answer.HasIndex(row => row.AnswerPayload).HasMethod("gin").HasFilter("answer_payload ? 'text'").HasDatabaseName("ix_player_answer_payload");
        });
        modelBuilder.Entity<QuestionRow>().Property(row => row.Content).HasColumnType("jsonb");
        modelBuilder.Entity<GameSessionRow>().HasStorageParameter("fillfactor", HalfFull);
        modelBuilder.Entity<ScoreAggregateRow>().HasStorageParameter("fillfactor", HalfFull);
    }
}
