using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Model;

/// <summary>What profiles are computed from.</summary>
internal static class ProfileModel
{
    public static void Configure(ModelBuilder model) => model.Entity<PlayedGameRow>(played =>
    {
        played.ToTable("played_game");
        played.HasKey(row => row.PlayerId);
        played.Property(row => row.PlayerId).ValueGeneratedNever();
        played.HasIndex(row => row.SessionId);
        played.HasIndex(row => row.UserId);
        played.HasOne<UserRow>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
    });
}
