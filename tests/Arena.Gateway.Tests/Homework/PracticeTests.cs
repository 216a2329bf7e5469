using System.Net.Http.Json;
using System.Text.Json;
using Arena.Gateway.Tests.Accounts;
using Arena.Gateway.Tests.Boards;
using Arena.Gateway.Tests.Play;
using Arena.Gateway.Tests.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Tests.Homework;

/// <summary>Practising a quiz alone, over the real REST interface, hub, grains and storage.</summary>
public sealed class PracticeTests : IAsyncLifetime
{
    private readonly PlayHost _arena = new(new(PlayHost.Unlimited)) { RunsConsumers = true };
    private Teacher _author = null!;
    private Guid _quiz;

    public async ValueTask InitializeAsync()
    {
        _author = await Teacher.RegisterAsync(_arena);
        _quiz = await _author.WriteAsync(2);
    }

    public async ValueTask DisposeAsync()
    {
        _author.Dispose();
        await _arena.DisposeAsync();
    }

    [Fact]
    public async Task A_question_answered_wrong_comes_again_without_points_until_it_was_right()
    {
        await using var ann = new Pupil(_arena, "", "Ann");
        await ann.PractiseAsync(_author.Api(), _quiz);
        var step = 0;
        foreach (var (round, choice, count) in new[] { (0, 1, 3), (1, 0, 3), (2, 1, 4), (3, 0, 4) })
        {
            await ann.NextAsync(step, round);
            await ann.AnswerAsync(round, choice);
            var reveal = await ann.Hub.PhaseAsync("reveal", round);
            Assert.Equal(count, reveal.Body.GetProperty("view").GetProperty("questionCount").GetInt32());
            step += 2;
        }
        _ = (await ann.Hub.CallAsync("Next", new { step })).Accepted;
        var podium = await ann.Hub.PhaseAsync("podium");
        Assert.Equal(1000, podium.Phase.GetProperty("podium")[0].GetProperty("score").GetInt32());
    }

    [Fact]
    public async Task Practice_counts_on_no_board_and_for_no_profile_and_is_no_game_of_its_author()
    {
        await using var ann = new Pupil(_arena, "", "Ann");
        await ann.PractiseAsync(_author.Api(), _quiz);
        for (var round = 0; round < 2; round++)
        {
            await ann.NextAsync(round * 2, round);
            await ann.AnswerAsync(round, 0);
        }
        _ = (await ann.Hub.CallAsync("Next", new { step = 4 })).Accepted;
        await ann.Hub.PhaseAsync("podium");
        await using var context = CountedGame.Context(_arena);
        for (var second = 0; second < 60 && !await context.GameSummaries.AnyAsync(); second++)
            await _arena.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.True(await context.GameSummaries.AnyAsync());
        Assert.False(await context.BoardGames.AnyAsync());
        Assert.False(await context.PlayedGames.AnyAsync());
        Assert.Empty((await _author.Browser.GetAsync("/api/games")).EnumerateArray());
    }

    [Fact]
    public async Task A_quiz_in_play_or_set_as_homework_is_practised_by_its_authors_alone()
    {
        await _author.Browser.SendAsync(HttpMethod.Put, $"/api/quizzes/{_quiz}/visibility", new { visibility = "public" }, 204);
        using var eve = new Browser(new HttpClient { BaseAddress = _arena.Address });
        await eve.RegisterAsync("Eve");
        await PractiseAsync(eve, 200);
        // Practice itself does not count as a game in progress.
        await PractiseAsync(eve, 200);
        var (id, _) = await _author.SetAsync(_quiz, TimeSpan.FromDays(1));
        Assert.Equal("quizInPlay", (await PractiseAsync(eve, 409)).Code());
        await PractiseAsync(_author.Browser, 200);
        await _author.Browser.SendAsync(HttpMethod.Post, $"/api/homework/{id}/close", null, 200);
        await PractiseAsync(eve, 200);
        using var launched = await _author.Api().Http.PostAsJsonAsync("/api/sessions", new { quizId = _quiz });
        launched.EnsureSuccessStatusCode();
        Assert.Equal("quizInPlay", (await PractiseAsync(eve, 409)).Code());
    }

    [Fact]
    public async Task The_code_of_a_player_alone_joins_no_other_player()
    {
        await using var ann = new Pupil(_arena, "", "Ann");
        await ann.PractiseAsync(_author.Api(), _quiz);
        await using var eve = await _arena.ConnectAsync();
        foreach (var method in (string[])["Join", "TakeSeat"])
        {
            var reply = await eve.CallAsync(method, new { code = ann.Code, nickname = "Eve", handoverCode = "123456", operationId = Guid.NewGuid() });
            Assert.Equal("unknownSession", reply.Refusal);
        }
        Assert.Equal("unknownSession", (await eve.CallAsync("Find", ann.Code)).Refusal);
    }

    private Task<JsonElement> PractiseAsync(Browser caller, int expected) =>
        caller.SendAsync(HttpMethod.Post, "/api/practice", new { quizId = _quiz, name = "Ann" }, expected);
}
