using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Model;

/// <summary>Homework, who plays it, and how.</summary>
internal static class HomeworkModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<HomeworkRow>(homework =>
        {
            homework.ToTable("homework");
            homework.Property(row => row.Id).ValueGeneratedNever();
            homework.HasIndex(row => row.OwnerId);
            homework.HasIndex(row => row.QuizId);
            homework.HasIndex(row => row.Token).IsUnique();
            homework.HasOne<UserRow>().WithMany().HasForeignKey(row => row.OwnerId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<HomeworkPlayerRow>(player =>
        {
            player.ToTable("homework_player");
            player.Property(row => row.Id).ValueGeneratedNever();
            player.HasIndex(row => new { row.HomeworkId, row.KeyHash }).IsUnique();
            player.HasIndex(row => new { row.HomeworkId, row.NameKey }).IsUnique();
            player.HasIndex(row => row.UserId);
            player.HasOne<HomeworkRow>().WithMany().HasForeignKey(row => row.HomeworkId).OnDelete(DeleteBehavior.Cascade);
            player.HasOne<UserRow>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.SetNull);
        });
        model.Entity<HomeworkAttemptRow>(attempt =>
        {
            attempt.ToTable("homework_attempt");
            attempt.HasKey(row => row.SessionId);
            attempt.Property(row => row.SessionId).ValueGeneratedNever();
            attempt.HasIndex(row => row.HomeworkId);
            attempt.HasIndex(row => new { row.PlayerId, row.Number }).IsUnique();
            attempt.HasOne<HomeworkPlayerRow>().WithMany().HasForeignKey(row => row.PlayerId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
