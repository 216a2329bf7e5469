using Arena.GrainInterfaces;
using Arena.Grains.Ports;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Boards;

/// <summary>
/// Reads a board. An account's points are the sum, over the quizzes, of its best game of each: playing a quiz again can only improve them, and
/// playing more quizzes adds to them (osu!'s ranked score counts the best play of each map; the operator <c>best</c> of Nakama's
/// leaderboards, which are reset by season). A host's own seat does not count, because a host sees the answers; nor does that of a player who
/// was removed. The board of a group lists the members that opted in to it, and is of the games that the group's host hosted.
/// </summary>
internal sealed class BoardLines(IDbContextFactory<ArenaDbContext> contexts) : IBoardLines
{
    public async Task<IReadOnlyList<AccountLine>> ReadAsync(BoardKey board, int limit, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var games = context.BoardGames.AsQueryable();
        if (board.QuizId is { } quiz)
            games = games.Where(game => game.QuizId == quiz);
        if (board.Season is { } season)
            games = games.Where(game => game.Season == season);
        if (board.GroupId is { } hosted)
        {
            games = games.Where(game => context.GameSessions.Any(session =>
                session.Id == game.SessionId && context.Groups.Any(group => group.Id == hosted && group.HostId == session.HostId)));
        }
        var names = board.GroupId is { } joined
            ? context.GroupMembers.Where(member => member.GroupId == joined && member.IsListed).Select(member => new { member.UserId, member.Name })
            : context.BoardNames.Select(name => new { name.UserId, name.Name });
        var best =
            from game in games
            join player in context.GamePlayers on game.SessionId equals player.SessionId
            join score in context.ScoreAggregates on player.Id equals score.PlayerId
            join listed in names on player.UserId equals listed.UserId
            where score.FinalRank != null && score.TotalScore > 0
                && !context.GameSessions.Any(session => session.Id == game.SessionId && session.HostId == player.UserId)
            group score.TotalScore by new { listed.UserId, listed.Name, game.QuizId } into plays
            select new { plays.Key.UserId, plays.Key.Name, Points = plays.Max() };
        var lines =
            from quizBest in best
            group quizBest by new { quizBest.UserId, quizBest.Name } into account
            orderby account.Sum(quizBest => quizBest.Points) descending, account.Key.Name
            select new { account.Key.UserId, account.Key.Name, Points = account.Sum(quizBest => quizBest.Points), Quizzes = account.Count() };
        return [.. (await lines.Take(limit).ToListAsync(cancel)).Select(line =>
            new AccountLine(line.UserId, line.Name, (int)Math.Min(line.Points, int.MaxValue), line.Quizzes))];
    }
}
