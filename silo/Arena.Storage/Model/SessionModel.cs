using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Model;

/// <summary>Games and their journals.</summary>
internal static class SessionModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<GameSessionRow>(session =>
        {
            session.ToTable("game_session");
            session.Property(row => row.Id).ValueGeneratedNever();
            session.HasIndex(row => row.Code).IsUnique().HasFilter("status = 'Live'").HasDatabaseName("ix_game_session_live_code");
            session.HasIndex(row => row.QuizId);
            session.HasOne<UserRow>().WithMany().HasForeignKey(row => row.HostId).OnDelete(DeleteBehavior.SetNull);
        });
        model.Entity<SessionCoHostRow>(share =>
        {
            share.ToTable("session_co_host");
            share.HasKey(row => new { row.SessionId, row.UserId });
            share.HasIndex(row => row.UserId);
            share.HasOne<GameSessionRow>().WithMany().HasForeignKey(row => row.SessionId).OnDelete(DeleteBehavior.Cascade);
            share.HasOne<UserRow>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<SessionSourceRow>(source =>
        {
            source.ToTable("session_source");
            source.HasKey(row => new { row.SessionId, row.QuizId });
            source.HasIndex(row => row.QuizId);
            source.HasOne<GameSessionRow>().WithMany().HasForeignKey(row => row.SessionId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<ReportLinkRow>(link =>
        {
            link.ToTable("report_link");
            link.HasKey(row => row.SessionId);
            link.HasIndex(row => row.Token).IsUnique();
            link.HasIndex(row => row.HostId);
            link.HasOne<GameSessionRow>().WithOne().HasForeignKey<ReportLinkRow>(row => row.SessionId).OnDelete(DeleteBehavior.Cascade);
            link.HasOne<UserRow>().WithMany().HasForeignKey(row => row.HostId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<ScreenLinkRow>(link =>
        {
            link.ToTable("screen_link");
            link.HasKey(row => row.SessionId);
            link.HasIndex(row => row.Token).IsUnique();
            link.HasOne<GameSessionRow>().WithOne().HasForeignKey<ScreenLinkRow>(row => row.SessionId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<EventLogRow>(entry =>
        {
            entry.ToTable("event_log");
            entry.HasIndex(row => new { row.SessionId, row.Version }).IsUnique();
        });
        model.Entity<SessionSnapshotRow>(snapshot =>
        {
            snapshot.ToTable("session_snapshot");
            snapshot.HasKey(row => row.SessionId);
            snapshot.HasOne<GameSessionRow>().WithOne().HasForeignKey<SessionSnapshotRow>(row => row.SessionId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
