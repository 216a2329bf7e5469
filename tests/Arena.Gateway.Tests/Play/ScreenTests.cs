using System.Net;
using System.Text.Json;
using Arena.Storage.Model;
using Arena.TestKit.Clients;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Play;

/// <summary>Watching a game by its screen link.</summary>
public sealed class ScreenTests : IAsyncLifetime
{
    private readonly PlayHost _arena = new(new(PlayHost.Unlimited) { ["Arena:Gateway:MaxScreensPerSession"] = "2" });
    private Table _table = null!;
    private HttpClient _http = null!;

    public async ValueTask InitializeAsync()
    {
        _table = await _arena.OpenTableAsync(questions: 2);
        _http = new() { BaseAddress = _arena.Address };
        _http.DefaultRequestHeaders.Add("Arena-Host-Key", _table.Launch.HostKey);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _table.DisposeAsync();
        await _arena.DisposeAsync();
    }

    [Fact]
    public async Task A_screen_shows_the_whole_game_and_never_a_key_before_the_reveal()
    {
        await using var screen = await WatchingAsync(await LinkAsync());
        var ann = await _table.SeatAsync("Ann");
        for (var round = 0; round < 2; round++)
        {
            var from = screen.Dump.Count;
            await _table.OpenAsync(round);
            await screen.PhaseAsync("asking", round);
            Assert.Null((await ann.AnswerAsync(round, round % 4)).Refusal);
            Assert.All(screen.Dump.Skip(from), frame => Assert.DoesNotContain("correct", frame, StringComparison.OrdinalIgnoreCase));
            await _table.RevealAsync(round);
            var reveal = await screen.PhaseAsync("reveal", round);
            Assert.Equal(round % 4, reveal.Phase.GetProperty("key").GetProperty("correct")[0].GetInt32());
            if (round > 0)
                continue;
            await _table.StandingsAsync(round);
            Assert.Equal("Ann", (await screen.PhaseAsync("standings", round)).Phase.GetProperty("top")[0].GetProperty("nickname").GetString());
        }
        Assert.Null((await _table.CommandAsync("advance")).Refusal);
        await screen.PhaseAsync("podium");

        Assert.All(screen.Frames, frame => Assert.Equal("Session", frame.Target));
        Assert.All(screen.Dump, frame => Assert.DoesNotContain(_table.Launch.HostKey, frame, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_screen_that_comes_late_sees_at_once_what_all_see()
    {
        var token = await LinkAsync();
        await _table.SeatAsync("Ann");
        await _table.OpenAsync(0);
        await using var screen = await _arena.ConnectAsync();
        var welcome = (await screen.WatchAsync(token)).Accepted;
        Assert.Equal("asking", welcome.GetProperty("session").GetProperty("phase").GetProperty("kind").GetString());
        Assert.DoesNotContain("correct", welcome.GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["epoch", "nowMs", "sequence", "session"], welcome.EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_screen_is_no_host_and_no_player()
    {
        await using var screen = await WatchingAsync(await LinkAsync());
        Assert.Equal("notHost", (await screen.HostAsync("start", 0)).Refusal);
        Assert.Equal("notSeated", (await screen.AnswerAsync(0, 0)).Refusal);
        await _table.Host.DisposeAsync();
        await using var host = await _arena.ConnectAsync();
        var seen = (await host.AttachAsync(_table.Launch.HostKey)).Accepted;
        Assert.Equal(0, seen.GetProperty("host").GetProperty("connected").GetInt32());
        Assert.Empty(seen.GetProperty("host").GetProperty("changed").EnumerateArray());
    }

    [Fact]
    public async Task A_name_that_waits_for_approval_is_not_on_a_screen()
    {
        await using var table = await _arena.OpenTableAsync(settings: new { getReadyMs = 1000, approveNames = true });
        _http.DefaultRequestHeaders.Remove("Arena-Host-Key");
        _http.DefaultRequestHeaders.Add("Arena-Host-Key", table.Launch.HostKey);
        await using var screen = await WatchingAsync(await LinkAsync(table));
        await table.SeatAsync("Rudolf");
        await _arena.AdvanceAsync(TimeSpan.FromSeconds(2));
        await screen.FrameAsync(frame => frame.Body.GetProperty("view").GetProperty("playerCount").GetInt32() == 1, "a player in the lobby");
        Assert.All(screen.Dump, frame => Assert.DoesNotContain("Rudolf", frame, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_that_was_withdrawn_closes_its_screens_and_opens_nothing_any_more()
    {
        var token = await LinkAsync();
        Assert.Equal(32, token.Length);
        Assert.Equal(token, await LinkAsync());
        await using var screen = await WatchingAsync(token);
        using var withdrawn = await _http.DeleteAsync(Route(_table));
        Assert.Equal(HttpStatusCode.NoContent, withdrawn.StatusCode);
        await screen.FrameAsync(frame => frame.Target == "Closed" && frame.Body.GetProperty("reason").GetString() == "withdrawn", "the farewell");
        await screen.Closed.WaitAsync(TimeSpan.FromSeconds(30));

        await using var again = await _arena.ConnectAsync();
        Assert.Equal("invalidToken", (await again.WatchAsync(token)).Refusal);
        Assert.NotEqual(token, await LinkAsync());
    }

    [Fact]
    public async Task A_link_that_was_withdrawn_on_another_gateway_closes_its_screens_within_seconds()
    {
        await using var screen = await WatchingAsync(await LinkAsync());
        await using (var context = await _arena.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContextAsync())
            await context.ScreenLinks.ExecuteDeleteAsync();
        await _arena.AdvanceAsync(TimeSpan.FromSeconds(5));
        await screen.Closed.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Only_so_many_watch_and_one_that_leaves_makes_room()
    {
        var token = await LinkAsync();
        await using var first = await WatchingAsync(token);
        await using var second = await WatchingAsync(token);
        // Watching again, as after a gap, takes no second place.
        Assert.Null((await first.WatchAsync(token)).Refusal);
        await using var third = await _arena.ConnectAsync();
        Assert.Equal("sessionFull", (await third.WatchAsync(token)).Refusal);
        // It becomes a host's: a place is free at once.
        Assert.Null((await second.AttachAsync(_table.Launch.HostKey)).Refusal);
        Assert.Null((await third.WatchAsync(token)).Refusal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("garbage")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_token_of_no_link_is_refused(string token)
    {
        await using var client = await _arena.ConnectAsync();
        Assert.Equal("invalidToken", (await client.WatchAsync(token)).Refusal);
    }

    [Fact]
    public async Task A_game_that_is_over_gets_no_link_but_the_one_it_has_shows_its_end()
    {
        var token = await LinkAsync();
        Assert.Null((await _table.CommandAsync("end")).Refusal);
        await _table.Host.PhaseAsync("podium");
        await using var screen = await _arena.ConnectAsync();
        var welcome = (await screen.WatchAsync(token)).Accepted;
        Assert.Equal("podium", welcome.GetProperty("session").GetProperty("phase").GetProperty("kind").GetString());

        await _http.DeleteAsync(Route(_table));
        using var late = await _http.PutAsync(Route(_table), null);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
    }

    private async Task<HubClient> WatchingAsync(string token)
    {
        var screen = await _arena.ConnectAsync();
        _ = (await screen.WatchAsync(token)).Accepted;
        return screen;
    }

    private async Task<string> LinkAsync(Table? table = null)
    {
        using var reply = await _http.PutAsync(Route(table ?? _table), null);
        return JsonDocument.Parse(await reply.Content.ReadAsStringAsync()).RootElement.GetProperty("token").GetString()!;
    }

    private static Uri Route(Table table) => new($"/api/games/{table.Launch.SessionId}/screen", UriKind.Relative);
}
