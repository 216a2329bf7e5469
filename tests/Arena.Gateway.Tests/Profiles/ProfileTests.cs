using System.Text.Json;
using Arena.Game.Profiles;
using Arena.Game.Vocabulary;
using Arena.Gateway.Tests.Accounts;
using Arena.Gateway.Tests.Play;
using Arena.Gateway.Tests.Quizzes;
using Arena.Storage.Model;
using Arena.TestKit.Clients;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Profiles;

/// <summary>From a game to the profile of its player, and to the frame that the level unlocks.</summary>
public sealed class ProfileTests : IAsyncDisposable
{
    private const string Path = "/api/account/profile";

    private readonly PlayHost _arena = new(PlayHost.Unlimited) { RunsConsumers = true };

    public ValueTask DisposeAsync() => _arena.DisposeAsync();

    [Fact]
    public async Task A_game_is_awarded_once_and_shown_to_its_player_alone()
    {
        var (winner, loser) = await PlayedAsync();
        using var ann = await NewAsync("Ann");
        using var bob = await NewAsync("Bob");
        Assert.Equal((0, 1), await ExperienceAsync(ann));

        var award = (await AwardAsync(ann, winner)).GetProperty("award");
        Assert.Equal(
            (60, 1, 1), (award.GetProperty("experience").GetInt32(), award.GetProperty("levelBefore").GetInt32(), award.GetProperty("level").GetInt32()));
        Assert.Equal(["firstGame", "firstWin", "quickness"], award.GetProperty("earned").EnumerateArray().Select(code => code.GetString()));
        _ = await AwardAsync(ann, winner);
        Assert.False((await AwardAsync(bob, winner)).TryGetProperty("award", out _));
        Assert.Equal(2, (await AwardAsync(bob, loser)).GetProperty("award").GetProperty("experience").GetInt32());

        var profile = await ann.GetAsync(Path);
        Assert.Equal((60, 1), await ExperienceAsync(ann));
        Assert.Equal(
            (1, 1, 1, 100),
            (profile.GetProperty("games").GetInt32(), profile.GetProperty("wins").GetInt32(), profile.GetProperty("right").GetInt32(), profile.GetProperty("nextLevelAt").GetInt32()));
        var achievements = profile.GetProperty("achievements").EnumerateArray().ToList();
        Assert.Equal(Achievement.All.Length, achievements.Count);
        Assert.Equal(3, achievements.Count(achievement => achievement.TryGetProperty("earnedAt", out _)));
        Assert.False(profile.TryGetProperty("framePass", out _));
        Assert.Equal(60, Experience.Of(Assert.Single((await ann.GetAsync("/api/account/export")).GetProperty("playedGames").Deserialize<List<PlayedGame>>(JsonSerializerOptions.Web)!)));
    }

    [Fact]
    public async Task A_deleted_account_leaves_nothing_of_its_profile_to_the_next_one()
    {
        var (winner, _) = await PlayedAsync();
        using var ann = await NewAsync("Ann");
        await AwardAsync(ann, winner);
        await ann.SendAsync(HttpMethod.Post, "/api/account/deletion", new { password = Browser.Password }, 204);
        using var again = await NewAsync("Ann");
        Assert.Equal((0, 1), await ExperienceAsync(again));
    }

    [Theory]
    [InlineData(null, 400)]
    [InlineData("", 200)]
    [InlineData("x", 200)]
    public async Task A_seat_that_nothing_proves_brings_nothing(string? seatToken, int status)
    {
        using var ann = await NewAsync("Ann");
        Assert.False((await ann.SendAsync(HttpMethod.Post, Path + "/award", new { seatToken }, status)).TryGetProperty("award", out _));
    }

    [Fact]
    public async Task A_frame_is_for_those_whose_level_unlocks_it()
    {
        using var ann = await NewAsync("Ann");
        var locked = 7 + GameLimits.PlainFaces;
        Assert.Equal("frameLocked", (await ann.SendAsync(HttpMethod.Put, "/api/account/face", new { face = locked }, 409)).Code());
        await ann.SendAsync(HttpMethod.Put, "/api/account/face", new { face = GameLimits.Faces }, 400);

        await RiseAsync("Ann", right: 30);
        var pass = (await ann.GetAsync(Path)).GetProperty("framePass").GetString();
        Assert.Equal(locked, (await ann.SendAsync(HttpMethod.Put, "/api/account/face", new { face = locked }, 200)).GetProperty("face").GetInt32());

        await using var table = await _arena.OpenTableAsync(questions: 1);
        Assert.Equal(locked, await FaceAsync("Framed", locked, pass));
        Assert.Equal(7, await FaceAsync("Bare", locked, null));
        Assert.Equal(7, await FaceAsync("Forged", locked, "1"));
        // Two levels further than this pass goes.
        Assert.Equal(7, await FaceAsync("Higher", 7 + (3 * GameLimits.PlainFaces), pass));

        async Task<int> FaceAsync(string nickname, int face, string? framePass)
        {
            var player = await table.ConnectAsync();
            var joined = await player.CallAsync("Join", new { code = table.Code, nickname, operationId = Guid.NewGuid(), face, framePass });
            return joined.Accepted.GetProperty("seat").GetProperty("face").GetInt32();
        }
    }

    private static async Task<(int Experience, int Level)> ExperienceAsync(Browser browser)
    {
        var profile = await browser.GetAsync(Path);
        return (profile.GetProperty("experience").GetInt32(), profile.GetProperty("level").GetInt32());
    }

    private static Task<JsonElement> AwardAsync(Browser browser, string seatToken) =>
        browser.SendAsync(HttpMethod.Post, Path + "/award", new { seatToken }, 200);

    /// <summary>As if the account had played a game, which is deleted by now.</summary>
    private async Task RiseAsync(string name, int right)
    {
        await using var context = Context();
        var user = await context.Users.Where(row => row.Username == name).Select(row => row.Id).SingleAsync();
        context.PlayedGames.Add(new() { PlayerId = Guid.NewGuid(), SessionId = Guid.NewGuid(), UserId = user, EndedAt = _arena.Time.GetUtcNow(), Asked = right, Right = right });
        await context.SaveChangesAsync();
    }

    /// <summary>A game of one question, of which one of two players knows the answer, and which the consumer has handled.</summary>
    private async Task<(string Winner, string Loser)> PlayedAsync()
    {
        await using var table = await _arena.OpenTableAsync(questions: 1);
        var (winner, loser) = (await table.ConnectAsync(), await table.ConnectAsync());
        var tokens = (SeatToken(await winner.JoinAsync(table.Code, "Winner")), SeatToken(await loser.JoinAsync(table.Code, "Loser")));
        await table.OpenAsync(0);
        _ = (await winner.AnswerAsync(0, 0)).Accepted;
        _ = (await loser.AnswerAsync(0, 1)).Accepted;
        await table.CompleteAsync(0);
        _ = (await table.CommandAsync("end")).Accepted;
        await table.Host.PhaseAsync("podium");
        await using var context = Context();
        for (var second = 0; second < 60 && !await context.PlayedGames.AnyAsync(); second++)
            await _arena.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(2, await context.PlayedGames.CountAsync());
        return tokens;
    }

    private static string SeatToken(HubReply joined) => joined.Accepted.GetProperty("seatToken").GetString()!;

    private async Task<Browser> NewAsync(string name)
    {
        var browser = new Browser(new HttpClient { BaseAddress = _arena.Address });
        await browser.RegisterAsync(name);
        return browser;
    }

    private ArenaDbContext Context() => _arena.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContext();
}
