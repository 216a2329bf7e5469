using System.Net;
using System.Text.Json;
using Arena.Gateway.Tests.Accounts;
using Arena.Gateway.Tests.Play;
using Arena.Gateway.Tests.Quizzes;
using Arena.GrainInterfaces;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Tests.Boards;

/// <summary>From opting in over a game to the board, and off it again.</summary>
public sealed class BoardTests : IAsyncLifetime
{
    private const string Boards = "/api/boards";
    private const string Name = "/api/account/board-name";

    private readonly CatchUpGate _catchUp = new();
    private readonly PlayHost _arena;

    public BoardTests() => _arena = new(PlayHost.Unlimited) { Calls = _catchUp, RunsConsumers = true };

    public ValueTask InitializeAsync() => default;

    public ValueTask DisposeAsync() => _arena.DisposeAsync();

    [Fact]
    public async Task An_account_that_opts_in_is_on_the_board_of_the_quiz_the_season_and_ever()
    {
        var (quiz, winner, loser) = await PlayedAsync();
        using var ann = await NewAsync("Ann", winner);
        using var bob = await NewAsync("Bob", loser);
        Assert.Empty(Lines(await ann.GetAsync(Boards)));
        await OptInAsync(ann, "Annie");

        var season = BoardKey.SeasonOf(_arena.Time.GetUtcNow());
        foreach (var query in (string[])["", $"?quiz={quiz}", $"?season={season}", $"?quiz={quiz}&season={season}"])
        {
            var board = await bob.GetAsync(Boards + query);
            var line = Assert.Single(Lines(board));
            Assert.Equal((1, "Annie", 1), (line.GetProperty("rank").GetInt32(), line.GetProperty("name").GetString(), line.GetProperty("quizzes").GetInt32()));
            Assert.Equal(1, board.GetProperty("count").GetInt32());
            Assert.False(board.TryGetProperty("own", out _));
            Assert.Equal("Annie", (await ann.GetAsync(Boards + query)).GetProperty("own").GetProperty("name").GetString());
        }
        Assert.Empty(Lines(await bob.GetAsync($"{Boards}?season=1999-01")));
        Assert.Equal("Counting", Assert.Single((await bob.GetAsync($"{Boards}/quizzes")).EnumerateArray()).GetProperty("title").GetString());
    }

    [Fact]
    public async Task Opting_out_and_deleting_the_account_take_effect_at_once()
    {
        var (_, winner, loser) = await PlayedAsync();
        using var ann = await NewAsync("Ann", winner);
        using var bob = await NewAsync("Bob", loser);
        await OptInAsync(ann, "Annie");
        Assert.Single(Lines(await bob.GetAsync(Boards)));
        Assert.Equal("Annie", (await ann.GetAsync("/api/account/export")).GetProperty("boardName").GetString());

        await ann.SendAsync(HttpMethod.Delete, Name, null, 204);
        Assert.Empty(Lines(await bob.GetAsync(Boards)));
        Assert.False((await ann.GetAsync(Name)).TryGetProperty("name", out _));

        await OptInAsync(ann, "Annie");
        Assert.Single(Lines(await bob.GetAsync(Boards)));
        await ann.SendAsync(HttpMethod.Post, "/api/account/deletion", new { password = Browser.Password }, 204);
        Assert.Empty(Lines(await bob.GetAsync(Boards)));
    }

    [Fact]
    public async Task A_board_that_is_rebuilt_by_a_replay_is_the_same()
    {
        var (_, winner, _) = await PlayedAsync();
        using var ann = await NewAsync("Ann", winner);
        await OptInAsync(ann, "Annie");
        var before = (await ann.GetAsync(Boards)).GetRawText();
        await using var context = Context();
        await context.Users.ExecuteUpdateAsync(user => user.SetProperty(row => row.IsAdministrator, true));
        await context.BoardGames.ExecuteDeleteAsync();
        Assert.Empty(Lines(await ann.GetAsync(Boards)));

        var replayed = await ann.SendAsync(HttpMethod.Post, "/api/administration/events/replay", new { consumer = "boards" }, 200);
        Assert.Equal(1, replayed.GetProperty("sessions").GetInt32());
        await _arena.AdvanceAsync(TimeSpan.FromSeconds(2));
        await _catchUp.Done.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal(before, (await ann.GetAsync(Boards)).GetRawText());
    }

    [Fact]
    public async Task A_nickname_stays_in_its_game()
    {
        var (_, winner, _) = await PlayedAsync();
        using var ann = await NewAsync("Ann", winner);
        await OptInAsync(ann, "Annie");
        Assert.DoesNotContain("Winner", (await ann.GetAsync(Boards)).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_board_is_sent_again_only_when_a_line_has_changed()
    {
        var (_, winner, _) = await PlayedAsync();
        using var ann = await NewAsync("Ann", winner);
        await OptInAsync(ann, "Annie");
        var (tag, status) = await ReadAsync(ann, seen: null);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal((tag, HttpStatusCode.NotModified), await ReadAsync(ann, tag));
        Assert.Equal(HttpStatusCode.OK, (await ReadAsync(ann, "\"7000\"")).Status);
        Assert.Equal(HttpStatusCode.OK, (await ReadAsync(ann, "\"x\"")).Status);
        await OptInAsync(ann, "Anne");
        var (renamed, again) = await ReadAsync(ann, tag);
        Assert.Equal(HttpStatusCode.OK, again);
        Assert.NotEqual(tag, renamed);
    }

    [Fact]
    public async Task The_board_of_a_quiz_is_for_those_who_played_or_wrote_it()
    {
        var (quiz, _, _) = await PlayedAsync();
        using var eve = await NewAsync("Eve");
        Assert.Empty((await eve.GetAsync($"{Boards}/quizzes")).EnumerateArray());
        foreach (var id in (string[])[quiz.ToString(), Guid.NewGuid().ToString(), "x"])
            Assert.Equal("unknownBoard", (await eve.GetAsync($"{Boards}?quiz={id}", 404)).Code());
        await using var context = Context();
        var author = await context.Users.Where(user => user.Username == "Eve").Select(user => user.Id).SingleAsync();
        await context.Quizzes.ExecuteUpdateAsync(row => row.SetProperty(quiz => quiz.OwnerId, author));
        Assert.Empty(Lines(await eve.GetAsync($"{Boards}?quiz={quiz}")));
    }

    [Theory]
    [InlineData("2026-13")]
    [InlineData("november")]
    [InlineData("")]
    public async Task A_season_that_is_no_month_is_refused(string season)
    {
        using var ann = await NewAsync("Ann");
        Assert.Equal("invalidMessage", (await ann.GetAsync($"{Boards}?season={season}", 400)).Code());
    }

    [Fact]
    public async Task A_name_on_boards_has_the_form_of_an_accounts_name_and_belongs_to_one_account()
    {
        using var ann = await NewAsync("Ann");
        using var bob = await NewAsync("Bob");
        foreach (var name in (string?[])[null, "", "ab", new string('x', 21), "a b c", "<b>x</b>"])
            Assert.Equal("nameInvalid", (await ann.SendAsync(HttpMethod.Put, Name, new { name }, 400)).Code());
        // Arena's own, and those of another account.
        foreach (var name in (string[])["Admin", "bob", "BOB"])
            Assert.Equal("nameTaken", (await ann.SendAsync(HttpMethod.Put, Name, new { name }, 409)).Code());
        await OptInAsync(ann, "Ann");
        await OptInAsync(ann, "Zebra");
        Assert.Equal("nameTaken", (await bob.SendAsync(HttpMethod.Put, Name, new { name = "zebra" }, 409)).Code());
        await ann.SendAsync(HttpMethod.Put, Name, new { name = new string('x', 2_000) }, 413);
        Assert.Equal("Zebra", (await ann.GetAsync(Name)).GetProperty("name").GetString());
    }

    private static JsonElement.ArrayEnumerator Lines(JsonElement board) => board.GetProperty("lines").EnumerateArray();

    private static Task<JsonElement> OptInAsync(Browser browser, string name) => browser.SendAsync(HttpMethod.Put, Name, new { name }, 200);

    private async Task<(string? Tag, HttpStatusCode Status)> ReadAsync(Browser browser, string? seen)
    {
        using var http = new HttpClient { BaseAddress = _arena.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, Boards);
        request.Headers.Authorization = new("Bearer", browser.AccessToken);
        if (seen is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", seen);
        using var response = await http.SendAsync(request);
        return (response.Headers.ETag?.Tag, response.StatusCode);
    }

    private Task<(Guid Quiz, string Winner, string Loser)> PlayedAsync() => CountedGame.PlayAsync(_arena);

    private Task<Browser> NewAsync(string name, params string[] seatTokens) => CountedGame.RegisterAsync(_arena, name, seatTokens);

    private ArenaDbContext Context() => CountedGame.Context(_arena);

    /// <summary>Opens when a consumer has caught up with a session, which a service does by itself after a replay.</summary>
    private sealed class CatchUpGate : IOutgoingGrainCallFilter
    {
        private readonly TaskCompletionSource _done = new();

        public Task Done => _done.Task;

        public async Task Invoke(IOutgoingGrainCallContext context)
        {
            await context.Invoke();
            if (context.MethodName == "CatchUp")
                _done.TrySetResult();
        }
    }
}
