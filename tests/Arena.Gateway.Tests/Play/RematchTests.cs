using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Arena.Gateway.Tests.Accounts;
using Arena.Gateway.Tests.Quizzes;
using Arena.TestKit.Clients;

namespace Arena.Gateway.Tests.Play;

/// <summary>One game after the other with the same players, over the real hub, grains and storage.</summary>
public sealed class RematchTests : IAsyncDisposable
{
    private readonly PlayHost _arena = new();
    private ArenaApi _api = null!;

    public ValueTask DisposeAsync() => _arena.DisposeAsync();

    [Fact]
    public async Task Players_come_along_with_name_face_team_and_points_and_the_series_adds_up()
    {
        await using var first = await OpenAsync(new { getReadyMs = 1000, teams = 2, approveNames = true, questionCount = 1 });
        var (ann, annsToken) = await SeatAsync(first, new { code = first.Code, nickname = "Ann", operationId = Guid.NewGuid(), face = 77, team = 1 });
        var (bob, bobsToken) = await SeatAsync(first, new { code = first.Code, nickname = "Bob", operationId = Guid.NewGuid(), team = 1 });
        _ = (await first.CommandAsync(new { kind = "approve", seat = 0 })).Accepted;
        var annsPoints = await PlayAsync(first, ann, bob);
        Assert.Equal("notNow", await RefusedAsync(new { after = new { hostKey = first.Launch.HostKey } }));
        _ = (await first.CommandAsync("end")).Accepted;

        var second = await ContinueAsync(new { after = new { hostKey = first.Launch.HostKey } });
        var shown = await ann.FrameAsync(frame => frame.Target == "Session" && Next(frame) is not null, "the next game");
        Assert.Equal(second.Code, Next(shown));

        await using var table = await _arena.AttachAsync(second);
        var (_, hersNow) = await SeatAsync(table, Coming(second, annsToken));
        var seat = hersNow.GetProperty("seat");
        Assert.Equal(("Ann", 77, 1, true, 0, annsPoints), (
            seat.GetProperty("nickname").GetString(), seat.GetProperty("face").GetInt32(), seat.GetProperty("team").GetInt32(),
            seat.GetProperty("approved").GetBoolean(), seat.GetProperty("score").GetInt32(), seat.GetProperty("series").GetProperty("points").GetInt32()));
        var (his, hisNow) = await SeatAsync(table, Coming(second, bobsToken));
        Assert.False(hisNow.GetProperty("seat").GetProperty("approved").GetBoolean());
        Assert.Equal(2, hisNow.GetProperty("session").GetProperty("series").GetProperty("number").GetInt32());

        // The same seat on another tab, with another operation: no second player.
        var (here, again) = await SeatAsync(table, Coming(second, annsToken));
        Assert.Equal(0, again.GetProperty("seat").GetProperty("seat").GetInt32());

        var more = await PlayAsync(table, his, here);
        _ = (await table.CommandAsync("advance")).Accepted;
        var podium = await his.PhaseAsync("podium");
        var own = await his.FrameAsync(
            frame => frame.Target == "Seat" && frame.Body.GetProperty("view").GetProperty("series").GetProperty("rank").GetInt32() > 0, "the own rank in the series");
        Assert.Equal(more, own.Body.GetProperty("view").GetProperty("series").GetProperty("points").GetInt32());
        var board = podium.Body.GetProperty("view").GetProperty("series").GetProperty("top").EnumerateArray()
            .Select(line => (line.GetProperty("seat").GetInt32(), line.GetProperty("score").GetInt32(), line.GetProperty("rank").GetInt32()));
        Assert.Equal([(0, annsPoints, 1), (1, more, annsPoints == more ? 1 : 2)], board.OrderBy(line => line.Item1));
    }

    [Fact]
    public async Task Another_quiz_with_other_settings_can_follow_and_teams_can_be_mixed()
    {
        await using var first = await OpenAsync(new { getReadyMs = 1000, teams = 2 });
        var (_, anns) = await SeatAsync(first, new { code = first.Code, nickname = "Ann", operationId = Guid.NewGuid(), team = 1 });
        _ = (await first.CommandAsync("end")).Accepted;
        var second = await ContinueAsync(new
        {
            quizId = await _api.CreateQuizAsync(7),
            settings = new { teams = 3, questionCount = 5 },
            after = new { hostKey = first.Launch.HostKey, mixTeams = true },
        });
        await using var table = await _arena.AttachAsync(second);
        var (_, welcome) = await SeatAsync(table, Coming(second, anns));
        Assert.Equal(5, welcome.GetProperty("session").GetProperty("questionCount").GetInt32());
        Assert.Equal(0, welcome.GetProperty("seat").GetProperty("team").GetInt32());
    }

    [Fact]
    public async Task A_seat_of_another_game_brings_nothing_along_and_a_wrong_token_or_key_is_refused()
    {
        await using var first = await OpenAsync(new { getReadyMs = 1000 });
        await using var other = await OpenAsync(new { getReadyMs = 1000 });
        var (_, zoes) = await SeatAsync(other, new { code = other.Code, nickname = "Zoe", operationId = Guid.NewGuid() });
        _ = (await first.CommandAsync("end")).Accepted;
        var tooEarly = await (await other.ConnectAsync()).CallAsync("Join", Coming(other.Launch, zoes));
        Assert.Equal("notNow", tooEarly.Refusal);
        _ = (await other.CommandAsync("end")).Accepted;
        var second = await ContinueAsync(new { after = new { hostKey = first.Launch.HostKey } });
        await using var table = await _arena.AttachAsync(second);
        var client = await table.ConnectAsync();
        Assert.Equal("invalidToken", (await client.CallAsync("Join", new { code = second.Code, nickname = "Zoe", operationId = Guid.NewGuid(), previousSeatToken = "no token" })).Refusal);
        var (_, welcome) = await SeatAsync(table, Coming(second, zoes, "Somebody"));
        Assert.Equal("Somebody", welcome.GetProperty("seat").GetProperty("nickname").GetString());
        Assert.Equal(0, welcome.GetProperty("seat").GetProperty("series").GetProperty("points").GetInt32());
        Assert.Equal("invalidToken", await RefusedAsync(new { after = new { hostKey = "no key" } }));
        Assert.Equal("unknownQuiz", await RefusedAsync(new { }));
    }

    [Fact]
    public async Task The_host_key_of_a_game_gives_one_of_the_game_that_continues_it_and_of_no_other()
    {
        await using var first = await OpenAsync(new { getReadyMs = 1000 });
        await using var other = await OpenAsync(new { getReadyMs = 1000 });
        _ = (await first.CommandAsync("end")).Accepted;
        _ = (await other.CommandAsync("end")).Accepted;
        var second = await ContinueAsync(new { after = new { hostKey = first.Launch.HostKey } });
        var followed = await FollowAsync(second.Code, first.Launch.HostKey);
        await using var table = await _arena.AttachAsync(followed!);
        Assert.Equal((second.SessionId, second.Code), (followed!.SessionId, followed.Code));
        _ = (await table.CommandAsync("end")).Accepted;

        Assert.Null(await FollowAsync(second.Code, other.Launch.HostKey));
        Assert.Null(await FollowAsync(first.Code, second.HostKey));
        Assert.Null(await FollowAsync(other.Code, first.Launch.HostKey));
        Assert.Null(await FollowAsync(second.Code, "no key"));
        Assert.Null(await FollowAsync("no code", first.Launch.HostKey));
    }

    [Fact]
    public async Task A_host_key_of_a_browser_that_was_signed_out_gives_none_of_the_next_game()
    {
        _api = await _arena.ApiAsync();
        var quiz = await _api.CreateQuizAsync(1);
        using var ann = new Browser(new HttpClient { BaseAddress = _arena.Address }) { AccessToken = _api.Http.DefaultRequestHeaders.Authorization!.Parameter };
        await ann.RegisterAsync("Ann");
        var first = await LaunchAsync(new { quizId = quiz });
        await using (var table = await _arena.AttachAsync(first))
            _ = (await table.CommandAsync("end")).Accepted;
        var second = await LaunchAsync(new { after = new { hostKey = first.HostKey } });
        Assert.NotNull(await FollowAsync(second.Code, first.HostKey));
        await ann.SendAsync(HttpMethod.Delete, "/api/account/sessions/current", null, 204);
        Assert.Null(await FollowAsync(second.Code, first.HostKey));

        async Task<Launch> LaunchAsync(object request) =>
            JsonSerializer.Deserialize<Launch>(await ann.SendAsync(HttpMethod.Post, "/api/sessions", request, 201), JsonSerializerOptions.Web)!;
    }

    [Fact]
    public async Task Points_and_the_number_of_the_game_are_kept_when_the_silo_restarts_before_players_followed()
    {
        var folder = Directory.CreateTempSubdirectory("arena-rematch-").FullName;
        try
        {
            Launch first, second;
            JsonElement anns;
            int points;
            await using (var before = new PlayHost(folder: folder))
            {
                _api = await before.ApiAsync();
                await using var table = await before.OpenTableAsync(_api, await _api.CreateQuizAsync(1), new { getReadyMs = 1000, teams = 2 });
                (var ann, anns) = await SeatAsync(table, new { code = table.Code, nickname = "Ann", operationId = Guid.NewGuid(), team = 1 });
                var (bob, _) = await SeatAsync(table, new { code = table.Code, nickname = "Bob", operationId = Guid.NewGuid() });
                points = await PlayAsync(table, ann, bob);
                _ = (await table.CommandAsync("end")).Accepted;
                (first, second) = (table.Launch, await ContinueAsync(new { after = new { hostKey = table.Launch.HostKey } }));
            }
            await using var after = new PlayHost(folder: folder);
            var http = new HttpClient { BaseAddress = after.Address };
            http.DefaultRequestHeaders.Authorization = _api.Http.DefaultRequestHeaders.Authorization;
            _api = new(http);
            await using (var table = await after.AttachAsync(second))
            {
                var (_, welcome) = await SeatAsync(table, Coming(second, anns));
                var seat = welcome.GetProperty("seat");
                Assert.Equal(("Ann", 1, points), (
                    seat.GetProperty("nickname").GetString(), seat.GetProperty("team").GetInt32(), seat.GetProperty("series").GetProperty("points").GetInt32()));
                _ = (await table.CommandAsync("end")).Accepted;
            }
            await using var third = await after.AttachAsync(await ContinueAsync(new { after = new { hostKey = second.HostKey } }));
            var (_, seated) = await SeatAsync(third, Coming(third.Launch, anns));
            Assert.Equal(3, seated.GetProperty("session").GetProperty("series").GetProperty("number").GetInt32());
            // From the first game once more: its grain is gone with the silo.
            Assert.NotEqual(third.Code, (await ContinueAsync(new { after = new { hostKey = first.HostKey } })).Code);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string? Next(HubFrame frame) => frame.Body.GetProperty("view").GetProperty("nextCode").GetString();

    private static object Coming(Launch next, JsonElement welcome, string nickname = "x") => new
    {
        code = next.Code,
        nickname,
        operationId = Guid.NewGuid(),
        previousSeatToken = welcome.GetProperty("seatToken").GetString(),
    };

    private static async Task<(HubClient Client, JsonElement Welcome)> SeatAsync(Table table, object request)
    {
        var client = await table.ConnectAsync();
        return (client, (await client.CallAsync("Join", request)).Accepted);
    }

    /// <returns>The points of the one who is right.</returns>
    private static async Task<int> PlayAsync(Table table, HubClient right, HubClient wrong)
    {
        await table.OpenAsync(0);
        Assert.Null((await right.AnswerAsync(0, 0)).Refusal);
        Assert.Null((await wrong.AnswerAsync(0, 1)).Refusal);
        await table.RevealAsync(0);
        return (await Table.ResultAsync(right, 0)).GetProperty("score").GetInt32();
    }

    private async Task<Table> OpenAsync(object settings)
    {
        _api ??= await _arena.ApiAsync();
        return await _arena.OpenTableAsync(_api, await _api.CreateQuizAsync(3), settings);
    }

    private async Task<Launch> ContinueAsync(object request)
    {
        using var reply = await _api.Http.PostAsJsonAsync("/api/sessions", request);
        Assert.Equal(HttpStatusCode.Created, reply.StatusCode);
        return (await reply.Content.ReadFromJsonAsync<Launch>())!;
    }

    /// <returns>Null if there is no such game for this key.</returns>
    private async Task<Launch?> FollowAsync(string code, string hostKey)
    {
        using var http = new HttpClient { BaseAddress = _arena.Address };
        using var answer = await http.PostAsJsonAsync(new Uri($"/api/sessions/{Uri.EscapeDataString(code)}/next-host-key", UriKind.Relative), new { hostKey });
        if (answer.StatusCode != HttpStatusCode.OK)
            Assert.Equal((HttpStatusCode.NotFound, "unknownSession"), (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>()).Code()));
        return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<Launch>() : null;
    }

    private async Task<string> RefusedAsync(object request)
    {
        using var reply = await _api.Http.PostAsJsonAsync("/api/sessions", request);
        return (await reply.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()!;
    }
}
