using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Model;

/// <summary>Media, their owners and the quizzes that use them.</summary>
internal static class MediaModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<MediaRow>(media =>
        {
            media.ToTable("media");
            media.HasKey(row => row.Name);
            media.HasIndex(row => row.WantedAt);
        });
        model.Entity<MediaOwnerRow>(owner =>
        {
            owner.ToTable("media_owner");
            owner.HasKey(row => new { row.OwnerId, row.Name });
            owner.HasIndex(row => row.Name);
            owner.HasOne<MediaRow>().WithMany().HasForeignKey(row => row.Name).OnDelete(DeleteBehavior.Cascade);
            owner.HasOne<UserRow>().WithMany().HasForeignKey(row => row.OwnerId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<MediaUseRow>(use =>
        {
            use.ToTable("media_use");
            use.HasKey(row => new { row.QuizId, row.Name });
            use.HasIndex(row => row.Name);
            use.HasOne<MediaRow>().WithMany().HasForeignKey(row => row.Name).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
