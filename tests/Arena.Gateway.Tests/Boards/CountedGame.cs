using Arena.Gateway.Tests.Accounts;
using Arena.Gateway.Tests.Play;
using Arena.Storage.Model;
using Arena.TestKit.Clients;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Boards;

/// <summary>A game that counts on boards, and accounts that played it.</summary>
internal static class CountedGame
{
    /// <summary>Plays one question, of which one of two players knows the answer, and lets virtual time pass until the game is on boards.</summary>
    public static async Task<(Guid Quiz, string Winner, string Loser)> PlayAsync(PlayHost arena)
    {
        await using var table = await arena.OpenTableAsync(questions: 1);
        var (winner, loser) = (await table.ConnectAsync(), await table.ConnectAsync());
        var tokens = (SeatToken(await winner.JoinAsync(table.Code, "Winner")), SeatToken(await loser.JoinAsync(table.Code, "Loser")));
        await table.OpenAsync(0);
        _ = (await winner.AnswerAsync(0, 0)).Accepted;
        _ = (await loser.AnswerAsync(0, 1)).Accepted;
        await table.CompleteAsync(0);
        _ = (await table.CommandAsync("end")).Accepted;
        await table.Host.PhaseAsync("podium");
        await using var context = Context(arena);
        for (var second = 0; second < 60 && !await context.BoardGames.AnyAsync(); second++)
            await arena.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.True(await context.BoardGames.AnyAsync());
        return (await context.Quizzes.Select(quiz => quiz.Id).SingleAsync(), tokens.Item1, tokens.Item2);
    }

    /// <summary>An account that has played some seats.</summary>
    public static async Task<Browser> RegisterAsync(PlayHost arena, string name, params string[] seatTokens)
    {
        var browser = new Browser(new HttpClient { BaseAddress = arena.Address });
        await browser.RegisterAsync(name);
        await browser.SendAsync(HttpMethod.Post, "/api/account/results/claims", new { seatTokens }, 200);
        return browser;
    }

    public static ArenaDbContext Context(PlayHost arena) => arena.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContext();

    private static string SeatToken(HubReply joined) => joined.Accepted.GetProperty("seatToken").GetString()!;
}
