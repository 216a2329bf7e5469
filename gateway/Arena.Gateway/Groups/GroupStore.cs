using Arena.GrainInterfaces;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Groups;

/// <summary>The groups of hosts. What a caller may not see answers as if it did not exist.</summary>
internal sealed class GroupStore(IDbContextFactory<ArenaDbContext> contexts, TimeProvider clock)
{
    /// <summary>Symbols in a code: 40 bits, because a group is open for as long as it exists.</summary>
    public const int CodeLength = 8;

    /// <summary>The groups that an account hosts, and those that it is a member of.</summary>
    private static IQueryable<GroupRow> Visible(ArenaDbContext context, Guid account) => context.Groups.Where(group =>
        group.HostId == account || context.GroupMembers.Any(member => member.GroupId == group.Id && member.UserId == account));

    /// <returns>The account's groups, by name.</returns>
    public async Task<List<GroupSummary>> ListAsync(Guid account, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await Visible(context, account).OrderBy(group => group.Name).ThenBy(group => group.Id)
            .Select(group => new GroupSummary(
                group.Id, group.Name, context.Users.Where(user => user.Id == group.HostId).Select(user => user.Username).Single(),
                group.HostId == account, context.GroupMembers.Count(member => member.GroupId == group.Id)))
            .ToListAsync(cancel);
    }

    public async Task<GroupReply?> FindAsync(Guid account, Guid id, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await Visible(context, account).AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } group)
            return null;
        var host = await context.Users.Where(user => user.Id == group.HostId).Select(user => user.Username).SingleAsync(cancel);
        var members = await context.GroupMembers.AsNoTracking().Where(row => row.GroupId == id).OrderBy(row => row.Name).ToListAsync(cancel);
        var own = members.Find(row => row.UserId == account);
        return new(
            group.Id, group.Name, host, group.HostId == account ? group.Code : null, own is null ? null : Shown(own), members.ConvertAll(Shown));
    }

    /// <returns>The group that a code joins, or null.</returns>
    public async Task<GroupFound?> FindByCodeAsync(Guid account, string code, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.Groups.Where(group => group.Code == code)
            .Select(group => new GroupFound(
                group.Id, group.Name, context.Users.Where(user => user.Id == group.HostId).Select(user => user.Username).Single(),
                group.HostId == account || context.GroupMembers.Any(member => member.GroupId == group.Id && member.UserId == account)))
            .SingleOrDefaultAsync(cancel);
    }

    public async Task<bool> IsVisibleAsync(Guid account, Guid id, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await Visible(context, account).AnyAsync(group => group.Id == id, cancel);
    }

    /// <returns>The new group's id, or null if the account hosts as many as it may.</returns>
    public async Task<Guid?> MakeAsync(Guid host, string name, int max, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await context.Groups.CountAsync(row => row.HostId == host, cancel) >= max)
            return null;
        var group = new GroupRow { Id = Guid.CreateVersion7(now), HostId = host, Name = name, Code = await FreeCodeAsync(context, cancel), CreatedAt = now };
        context.Groups.Add(group);
        await context.SaveChangesAsync(cancel);
        return group.Id;
    }

    public async Task<bool> RenameAsync(Guid host, Guid id, string name, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await Hosted(context, host, id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Name, name), cancel) > 0;
    }

    /// <summary>Gives a group another code. Nobody joins by the former one any more.</summary>
    public async Task<bool> ReplaceCodeAsync(Guid host, Guid id, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var code = await FreeCodeAsync(context, cancel);
        return await Hosted(context, host, id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Code, code), cancel) > 0;
    }

    public async Task<bool> RemoveAsync(Guid host, Guid id, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await Hosted(context, host, id).ExecuteDeleteAsync(cancel) > 0;
    }

    private static IQueryable<GroupRow> Hosted(ArenaDbContext context, Guid host, Guid id) =>
        context.Groups.Where(row => row.Id == id && row.HostId == host);

    private static async Task<string> FreeCodeAsync(ArenaDbContext context, CancellationToken cancel)
    {
        string code;
        do
            code = PlainCode.Draw(CodeLength);
        while (await context.Groups.AnyAsync(row => row.Code == code, cancel));
        return code;
    }

    private static GroupMember Shown(GroupMemberRow row) => new(row.Name, row.IsListed);
}
