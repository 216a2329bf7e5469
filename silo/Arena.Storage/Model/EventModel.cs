using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Model;

/// <summary>What the event bus remembers, and what its consumers derive.</summary>
internal static class EventModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<EventInboxRow>(inbox =>
        {
            inbox.ToTable("event_inbox");
            inbox.HasKey(row => new { row.SessionId, row.Consumer });
        });
        model.Entity<EventBacklogRow>(backlog =>
        {
            backlog.ToTable("event_backlog");
            backlog.HasKey(row => new { row.SessionId, row.Consumer });
            backlog.HasIndex(row => row.DueAt);
        });
        model.Entity<EventDeadLetterRow>(letter =>
        {
            letter.ToTable("event_dead_letter");
            letter.HasIndex(row => new { row.SessionId, row.Consumer, row.Version }).IsUnique();
        });
        model.Entity<GameSummaryRow>(summary =>
        {
            summary.ToTable("game_summary");
            summary.HasKey(row => row.SessionId);
            summary.HasIndex(row => new { row.QuizId, row.EndedAt });
            summary.HasOne<GameSessionRow>().WithOne().HasForeignKey<GameSummaryRow>(row => row.SessionId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<GameFiguresRow>(figures =>
        {
            figures.ToTable("game_figures");
            figures.HasKey(row => row.SessionId);
            figures.HasIndex(row => new { row.QuizId, row.EndedAt });
            figures.HasOne<GameSessionRow>().WithOne().HasForeignKey<GameFiguresRow>(row => row.SessionId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<QuestionFiguresRow>(figures =>
        {
            figures.ToTable("question_figures");
            figures.HasKey(row => new { row.SessionId, row.Round });
            figures.HasOne<GameFiguresRow>().WithMany().HasForeignKey(row => row.SessionId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
