using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Model;

/// <summary>Accounts, their signed-in browsers, and what guards them.</summary>
internal static class AccountModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<UserRow>(user =>
        {
            user.ToTable("user");
            user.Property(row => row.Id).ValueGeneratedNever();
            user.HasIndex(row => row.Username).IsUnique();
            user.HasIndex(row => row.NameKey).IsUnique();
            user.Property(row => row.Version).IsConcurrencyToken();
            user.HasIndex(row => row.TwitchId).IsUnique();
            user.HasIndex(row => row.EmailKey).IsUnique();
        });
        model.Entity<AuthSessionRow>(session =>
        {
            session.ToTable("auth_session");
            session.Property(row => row.Id).ValueGeneratedNever();
            session.HasIndex(row => row.RefreshTokenHash).IsUnique();
            session.HasIndex(row => row.ExpiresAt);
            session.HasOne<UserRow>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<UserPasskeyRow>(passkey =>
        {
            passkey.ToTable("user_passkey");
            passkey.HasKey(row => row.CredentialId);
            passkey.HasOne<UserRow>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<SecurityEventRow>(entry =>
        {
            entry.ToTable("security_event");
            entry.HasIndex(row => row.At);
            entry.HasIndex(row => row.UserId);
        });
        model.Entity<DataProtectionKeyRow>(key =>
        {
            key.ToTable("data_protection_key");
            key.HasKey(row => row.Name);
        });
    }
}
