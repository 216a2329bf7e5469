using System.Text.Json;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Arena.Load.Campaigns;

/// <summary>What the database says of one game, held against what its players were promised.</summary>
/// <param name="Lost">Answers that were acknowledged and are not there, or are there with another choice.</param>
/// <param name="Doubled">Answers that are there more than once.</param>
/// <param name="Unequal">Players whose score is not the sum of what their answers award, or not what the podium showed.</param>
/// <param name="Finished">Whether the game reached its podium.</param>
/// <param name="Differences">What <c>arena db verify</c> would report.</param>
internal sealed record Audit(int Lost, int Doubled, int Unequal, bool Finished, IReadOnlyList<string> Differences)
{
    /// <summary>The power-ups that were used.</summary>
    public required PowerUpAudit PowerUps { get; init; }

    public bool IsClean => Lost + Doubled + Unequal + Differences.Count == 0 && Finished && PowerUps.IsClean;

    public static Task<Audit> OfAsync(CampaignDatabase database, Guid sessionId, Ledger ledger, IReadOnlyDictionary<string, long> podium) =>
        database.ReadAsync(async (context, verifier) =>
        {
            var differences = new List<string>();
            await verifier.VerifyAsync("the campaign's database", differences.Add, CancellationToken.None);
            var audit = await OfAsync(context, sessionId, ledger, podium);
            return audit with { Differences = [.. differences, .. audit.Differences] };
        });

    /// <summary>Of one session among many; what the verifier says of all of them is asked for once.</summary>
    public static async Task<Audit> OfAsync(ArenaDbContext context, Guid sessionId, Ledger ledger, IReadOnlyDictionary<string, long> podium)
    {
        var stored = await context.PlayerAnswers.Where(answer => answer.SessionId == sessionId)
            .Join(context.GamePlayers, answer => answer.PlayerId, player => player.Id, (answer, player) => new { answer, player.Nickname })
            .Join(context.Questions, row => row.answer.QuestionId, question => question.Id,
                (row, question) => new { row.Nickname, Round = question.Order, row.answer.AnswerPayload, row.answer.ScoreAwarded })
            .ToListAsync();
        var totals = await context.ScoreAggregates.Where(score => score.SessionId == sessionId)
            .Join(context.GamePlayers, score => score.PlayerId, player => player.Id, (score, player) => new { player.Nickname, score.TotalScore })
            .ToListAsync();
        var session = await context.GameSessions.SingleAsync(row => row.Id == sessionId);
        var differences = new List<string>();
        var choices = stored.ToLookup(row => (row.Nickname, row.Round), row => row.AnswerPayload);
        var awarded = stored.ToLookup(row => row.Nickname, row => (long)row.ScoreAwarded);
        differences.AddRange(choices.Where(row => !ledger.Answers.ContainsKey(row.Key)).Select(row => $"nobody sent the answer of {row.Key}"));
        return new Audit(
            ledger.Answers.Count(answer => answer.Value.Acknowledged && !choices[answer.Key].Select(Choice).Contains(answer.Value.Choice)),
            choices.Sum(answers => answers.Count() - 1),
            totals.Count(total => total.TotalScore != awarded[total.Nickname].Sum()
                || (podium.TryGetValue(total.Nickname, out var shown) && shown != total.TotalScore)),
            session.Status == SessionStatus.Ended,
            differences)
        {
            PowerUps = await PowerUpAudit.OfAsync(context, sessionId, ledger),
        };
    }

    private static int Choice(string payload)
    {
        using var document = JsonDocument.Parse(payload);
        return document.RootElement.GetProperty("option").GetInt32();
    }
}
