using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Model;

/// <summary>The keys of accounts' scripts.</summary>
internal static class ApiKeyModel
{
    public static void Configure(ModelBuilder model) => model.Entity<ApiKeyRow>(key =>
    {
        key.ToTable("api_key");
        key.Property(row => row.Id).ValueGeneratedNever();
        key.HasIndex(row => row.Hash).IsUnique();
        key.HasIndex(row => row.ExpiresAt);
        key.HasOne<UserRow>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
    });
}
