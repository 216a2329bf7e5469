using System.ComponentModel;
using Arena.Game.Vocabulary;
using Arena.Gateway.Http;
using Arena.Storage.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Arena.Gateway.GameResults.Trends;

/// <summary>Days, in UTC, whose games count: those that ended on them. The last twelve months if nothing is said.</summary>
internal sealed record Period(
    [property: FromQuery(Name = "from"), Description("The first day, in UTC: a year before the last day if it is left out.")] DateOnly? From = null,
    [property: FromQuery(Name = "to"), Description("The last day, in UTC: today if it is left out. At most 120 months after the first.")] DateOnly? To = null)
{
    public const int MaxMonths = 120;

    private static readonly DateOnly Earliest = new(2000, 1, 1);
    private static readonly DateOnly Latest = new(2999, 12, 31);

    /// <returns>The refusal of days that are no period, or of one that is too long.</returns>
    public ProblemHttpResult? Refuse(TimeProvider clock)
    {
        var (from, to) = Days(clock);
        if (from < Earliest || to > Latest || from > to)
            return Problems.Of(GameErrorCode.InvalidMessage, detail: "from and to are no period: give the earlier day first.");
        return from.AddMonths(MaxMonths) < to ? Problems.Of(GameErrorCode.OutOfRange, limit: MaxMonths) : null;
    }

    /// <summary>The games that ended in it and had a player.</summary>
    public IQueryable<GameFiguresRow> Apply(IQueryable<GameFiguresRow> games, TimeProvider clock)
    {
        var (from, to) = Days(clock);
        var (begin, end) = (Instant(from), Instant(to.AddDays(1)));
        return games.Where(game => game.EndedAt >= begin && game.EndedAt < end && game.Players > 0);
    }

    /// <summary>Both days.</summary>
    public (DateOnly From, DateOnly To) Days(TimeProvider clock)
    {
        var to = To ?? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return (From ?? (to < Earliest.AddYears(1) ? Earliest : to.AddYears(-1)), to);
    }

    private static DateTimeOffset Instant(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
