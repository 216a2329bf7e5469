using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Model;

/// <summary>Groups of players.</summary>
internal static class GroupModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<GroupRow>(group =>
        {
            group.ToTable("player_group");
            group.Property(row => row.Id).ValueGeneratedNever();
            group.HasIndex(row => row.HostId);
            group.HasIndex(row => row.Code).IsUnique();
            group.HasOne<UserRow>().WithMany().HasForeignKey(row => row.HostId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<GroupMemberRow>(member =>
        {
            member.ToTable("group_member");
            member.HasKey(row => new { row.GroupId, row.UserId });
            member.HasIndex(row => row.UserId);
            member.HasIndex(row => new { row.GroupId, row.NameKey }).IsUnique();
            member.HasOne<GroupRow>().WithMany().HasForeignKey(row => row.GroupId).OnDelete(DeleteBehavior.Cascade);
            member.HasOne<UserRow>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
