using Arena.Gateway.Play;
using Arena.Grains.Session;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Accounts.MyResults;

/// <summary>The seats that belong to accounts. A seat belongs to a guest until an account claims it with its token, once.</summary>
internal sealed class MyResultStore(IDbContextFactory<ArenaDbContext> contexts, SessionTokens tokens)
{
    /// <returns>How many of the seats are the account's now.</returns>
    public async Task<int> ClaimAsync(Guid user, IEnumerable<string> seatTokens, CancellationToken cancel)
    {
        var players = seatTokens.Select(tokens.ReadSeat)
            .Where(seat => seat is not null)
            .Select(seat => RowIds.Player(seat!.Value.SessionId, seat.Value.Seat))
            .Distinct().ToList();
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var seats = context.GamePlayers.Where(player => players.Contains(player.Id));
        // One statement: of two accounts that claim a seat at once, one has it.
        await seats.Where(player => player.UserId == null)
            .ExecuteUpdateAsync(set => set.SetProperty(player => player.UserId, user), cancel);
        return await seats.CountAsync(player => player.UserId == user, cancel);
    }

    /// <summary>Games that are over, the last first.</summary>
    public async Task<List<OwnResult>> ListAsync(Guid user, DateTimeOffset? before, int most, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var played =
            from player in context.GamePlayers
            where player.UserId == user
            join game in context.GameSessions on player.SessionId equals game.Id
            where game.Status == SessionStatus.Ended && (before == null || game.EndedAt < before)
            join score in context.ScoreAggregates on player.Id equals score.PlayerId
            orderby game.EndedAt descending, player.Id
            select new OwnResult(
                game.Id, context.Quizzes.Where(quiz => quiz.Id == game.QuizId).Select(quiz => quiz.Title).SingleOrDefault(), player.Nickname,
                score.TotalScore,
                score.FinalRank, context.ScoreAggregates.Count(other => other.SessionId == game.Id && other.FinalRank != null), game.EndedAt!.Value);
        return await played.Take(most).ToListAsync(cancel);
    }
}
