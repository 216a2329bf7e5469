using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Model;

/// <summary>Mails that wait to be sent.</summary>
internal static class MailModel
{
    public static void Configure(ModelBuilder model) => model.Entity<MailRow>(mail =>
    {
        mail.ToTable("mail");
        mail.HasIndex(row => row.DueAt);
        mail.HasIndex(row => row.CreatedAt);
        mail.HasIndex(row => new { row.UserId, row.Kind, row.CreatedAt });
        mail.HasOne<UserRow>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
    });
}
