using System.Text.Json;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Arena.Load.Campaigns;

/// <summary>The power-ups of one game in the log, held against the promises that its players got.</summary>
/// <param name="Earned">Power-ups that the game gave.</param>
/// <param name="Used">Power-ups that were used.</param>
/// <param name="Acknowledged">Uses that were acknowledged.</param>
/// <param name="Lost">Acknowledged, and not in the log.</param>
/// <param name="Doubled">In the log more than once, by their operation or by player and question.</param>
/// <param name="Unsent">In the log, and sent by no player.</param>
internal sealed record PowerUpAudit(int Earned, int Used, int Acknowledged, int Lost, int Doubled, int Unsent)
{
    public bool IsClean => Lost + Doubled + Unsent == 0 && Used <= Earned;

    public static async Task<PowerUpAudit> OfAsync(ArenaDbContext context, Guid sessionId, Ledger ledger)
    {
        var entries = await context.EventLog.Where(entry => entry.SessionId == sessionId && EF.Functions.Like(entry.Type, "powerUp%"))
            .Select(entry => new { entry.Type, entry.PayloadJson }).ToListAsync();
        var earned = 0;
        var used = new List<(int Seat, int Round, Guid Operation)>();
        foreach (var entry in entries)
        {
            using var payload = JsonDocument.Parse(entry.PayloadJson);
            if (entry.Type.StartsWith("powerUpsEarned", StringComparison.Ordinal))
            {
                earned += payload.RootElement.GetProperty("earned").GetArrayLength();
                continue;
            }
            var use = payload.RootElement.GetProperty("use");
            used.Add((payload.RootElement.GetProperty("seat").GetInt32(), use.GetProperty("round").GetInt32(), use.GetProperty("operationId").GetGuid()));
        }
        var operations = used.Select(one => one.Operation).ToHashSet();
        var promised = ledger.PowerUps.Values.Where(powerUp => powerUp.Acknowledged).Select(powerUp => powerUp.Operation).ToList();
        var sent = ledger.PowerUps.Values.Select(powerUp => powerUp.Operation).ToHashSet();
        return new(
            earned, used.Count, promised.Count, promised.Count(operation => !operations.Contains(operation)),
            Math.Max(used.Count - operations.Count, used.Count - used.DistinctBy(one => (one.Seat, one.Round)).Count()),
            operations.Count(operation => !sent.Contains(operation)));
    }
}
