using Arena.Game.Vocabulary;
using Arena.Gateway.Accounts;
using Arena.Gateway.Http;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Groups;

/// <summary>Who is in which group, and by which name.</summary>
internal sealed class GroupMembers(IDbContextFactory<ArenaDbContext> contexts, IOptions<GroupOptions> options, TimeProvider clock)
{
    /// <summary>Makes an account a member by a name that <see cref="AccountNames.Clean"/> has passed; one that is a member already is changed.</summary>
    /// <returns>Why not, or null.</returns>
    public Task<ProblemCode?> JoinAsync(Guid account, Guid group, string name, bool isListed, CancellationToken cancel) =>
        SetAsync(account, group, name, isListed, joins: true, cancel);

    /// <summary>Gives a member another name, lists it on the group's leaderboard, or takes it off.</summary>
    /// <returns>Why not, or null.</returns>
    public Task<ProblemCode?> ChangeAsync(Guid account, Guid group, string name, bool isListed, CancellationToken cancel) =>
        SetAsync(account, group, name, isListed, joins: false, cancel);

    public async Task<bool> LeaveAsync(Guid account, Guid group, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.GroupMembers.Where(row => row.GroupId == group && row.UserId == account).ExecuteDeleteAsync(cancel) > 0;
    }

    /// <summary>Removes a member from a group of a host.</summary>
    /// <returns>Why not, or null.</returns>
    public async Task<ProblemCode?> RemoveAsync(Guid host, Guid group, string name, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (!await context.Groups.AnyAsync(row => row.Id == group && row.HostId == host, cancel))
            return GroupErrorCode.UnknownGroup.AsProblem();
        if (AccountNames.Clean(name) is not { } clean)
            return AccountErrorCode.UnknownUser.AsProblem();
        var key = AccountNames.Key(clean);
        return await context.GroupMembers.Where(row => row.GroupId == group && row.NameKey == key).ExecuteDeleteAsync(cancel) > 0
            ? null
            : AccountErrorCode.UnknownUser.AsProblem();
    }

    private async Task<ProblemCode?> SetAsync(Guid account, Guid group, string name, bool isListed, bool joins, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var key = AccountNames.Key(name);
        var member = await context.GroupMembers.SingleOrDefaultAsync(row => row.GroupId == group && row.UserId == account, cancel);
        if (member is null && (joins ? await WhyNotAsync(context, account, group, cancel) : GroupErrorCode.UnknownGroup.AsProblem()) is { } why)
            return why;
        if (await IsTakenAsync(context, account, group, key, cancel))
            return AccountErrorCode.NameTaken.AsProblem();
        if (member is null)
            context.GroupMembers.Add(member = new() { GroupId = group, UserId = account, Name = name, NameKey = key, JoinedAt = clock.GetUtcNow() });
        (member.Name, member.NameKey, member.IsListed) = (name, key, isListed);
        return await SaveAsync(context, member, cancel);
    }

    private async Task<ProblemCode?> WhyNotAsync(ArenaDbContext context, Guid account, Guid group, CancellationToken cancel)
    {
        // A host's own seat does not count, so that a host would be a member without a line.
        if (await context.Groups.AnyAsync(row => row.Id == group && row.HostId == account, cancel))
            return GameErrorCode.NotAllowed;
        if (await context.GroupMembers.CountAsync(row => row.UserId == account, cancel) >= options.Value.MaxMemberships)
            return GroupErrorCode.TooManyGroups.AsProblem();
        return await context.GroupMembers.CountAsync(row => row.GroupId == group, cancel) >= options.Value.MaxMembers
            ? GroupErrorCode.GroupFull.AsProblem()
            : null;
    }

    private static async Task<ProblemCode?> SaveAsync(ArenaDbContext context, GroupMemberRow member, CancellationToken cancel)
    {
        try
        {
            await context.SaveChangesAsync(cancel);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            // It left, or was removed, at the same time.
            return GroupErrorCode.UnknownGroup.AsProblem();
        }
        catch (DbUpdateException)
        {
            // Of two members that choose a name at once, one has it; the group may be deleted, or the account join twice, at the same time.
            if (await IsTakenAsync(context, member.UserId, member.GroupId, member.NameKey, cancel))
                return AccountErrorCode.NameTaken.AsProblem();
            if (!await context.Groups.AnyAsync(row => row.Id == member.GroupId, cancel))
                return GroupErrorCode.UnknownGroup.AsProblem();
            if (await context.GroupMembers.AnyAsync(row => row.GroupId == member.GroupId && row.UserId == member.UserId, cancel))
                return null;
            throw;
        }
    }

    private static Task<bool> IsTakenAsync(ArenaDbContext context, Guid account, Guid group, string key, CancellationToken cancel) =>
        context.GroupMembers.AnyAsync(row => row.GroupId == group && row.NameKey == key && row.UserId != account, cancel);
}
