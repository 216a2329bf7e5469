using System.Linq.Expressions;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Homework;

/// <summary>
/// Closes homework whose time is over, and ends their attempts: answers until then count. All of it may be done again, and by
/// several gateways.
/// </summary>
internal sealed class HomeworkClosing(
    IDbContextFactory<ArenaDbContext> contexts, SoloSessions sessions, IOptions<HomeworkOptions> options, TimeProvider clock)
{
    private const int AttemptsAtOnce = 200;

    /// <summary>Far longer than it takes to open a session.</summary>
    private static readonly TimeSpan Opening = TimeSpan.FromHours(1);

    /// <summary>Closes homework whose time is over.</summary>
    public async Task CloseDueAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var lateUntil = now.AddDays(-options.Value.LateDays);
        await using (var context = await contexts.CreateDbContextAsync(cancel))
        {
            await context.Homeworks.Where(row => row.ClosedAt == null && row.DueAt <= now && (!row.AcceptsLate || row.DueAt <= lateUntil))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.ClosedAt, now), cancel);
            // Their gateway stopped before it opened their sessions.
            var abandoned = now - Opening;
            await context.HomeworkAttempts.Where(row => row.EndedAt == null && row.StartedAt < abandoned
                && context.Homeworks.Any(homework => homework.Id == row.HomeworkId && homework.ClosedAt != null)
                && !context.GameSessions.Any(session => session.Id == row.SessionId)).ExecuteDeleteAsync(cancel);
        }
        await EndAsync(_ => true, cancel);
    }

    /// <summary>Ends the attempts at one homework, which is closed.</summary>
    public Task EndAttemptsAsync(Guid homework, CancellationToken cancel) => EndAsync(attempt => attempt.HomeworkId == homework, cancel);

    private async Task EndAsync(Expression<Func<HomeworkAttemptRow, bool>> which, CancellationToken cancel)
    {
        int running, ended;
        do
            (running, ended) = await EndSomeAsync(which, cancel);
        while (running == AttemptsAtOnce && ended > 0);
    }

    private async Task<(int Running, int Ended)> EndSomeAsync(Expression<Func<HomeworkAttemptRow, bool>> which, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var running = await (
            from attempt in context.HomeworkAttempts.Where(which)
            where attempt.EndedAt == null
            join homework in context.Homeworks on attempt.HomeworkId equals homework.Id
            where homework.ClosedAt != null
            join session in context.GameSessions on attempt.SessionId equals session.Id
            where session.Status == SessionStatus.Live
            orderby attempt.StartedAt
            select new { attempt.SessionId, attempt.Code }).Take(AttemptsAtOnce).ToListAsync(cancel);
        var ended = 0;
        foreach (var attempt in running)
            ended += await sessions.EndAsync(attempt.SessionId, attempt.Code, cancel) ? 1 : 0;
        return (running.Count, ended);
    }
}
