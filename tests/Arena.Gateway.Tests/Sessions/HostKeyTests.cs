using System.Text.Json;
using Arena.Gateway.Tests.Accounts;
using Arena.Gateway.Tests.Play;
using Arena.Gateway.Tests.Quizzes;

namespace Arena.Gateway.Tests.Sessions;

/// <summary>A browser finds its games again by the host keys that it kept.</summary>
public sealed class HostKeyTests : IAsyncLifetime
{
    private readonly PlayHost _arena = new();
    private Browser _guest = null!;

    public ValueTask InitializeAsync()
    {
        _guest = new(new HttpClient { BaseAddress = _arena.Address });
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        _guest.Dispose();
        await _arena.DisposeAsync();
    }

    [Fact]
    public async Task A_key_finds_its_session_without_an_account_and_no_other()
    {
        await using var first = await _arena.OpenTableAsync(1);
        await using var second = await _arena.OpenTableAsync(1);
        var found = Assert.Single(await LookUpAsync(first.Launch.HostKey, "garbage", "", first.Launch.HostKey));
        Assert.Equal((first.Code, false), (found.GetProperty("code").GetString(), found.GetProperty("isOver").GetBoolean()));
        Assert.False(string.IsNullOrEmpty(found.GetProperty("title").GetString()));
        Assert.Equal(2, (await LookUpAsync(second.Launch.HostKey, first.Launch.HostKey)).Count);
        Assert.Empty(await LookUpAsync());
    }

    [Fact]
    public async Task A_game_that_is_over_is_found_while_its_results_are_shown()
    {
        await using var table = await _arena.OpenTableAsync(1);
        Assert.Null((await table.CommandAsync("end")).Refusal);
        Assert.True(Assert.Single(await LookUpAsync(table.Launch.HostKey)).GetProperty("isOver").GetBoolean());
    }

    [Fact]
    public async Task The_key_of_a_browser_that_was_signed_out_finds_nothing()
    {
        var api = await _arena.ApiAsync();
        var quiz = await api.CreateQuizAsync(1);
        using var ann = new Browser(new HttpClient { BaseAddress = _arena.Address }) { AccessToken = api.Http.DefaultRequestHeaders.Authorization!.Parameter };
        await ann.RegisterAsync("Ann");
        var key = (await ann.SendAsync(HttpMethod.Post, "/api/sessions", new { quizId = quiz }, 201)).GetProperty("hostKey").GetString()!;
        Assert.Single(await LookUpAsync(key));
        await ann.SendAsync(HttpMethod.Delete, "/api/account/sessions/current", null, 204);
        Assert.Empty(await LookUpAsync(key));
    }

    [Fact]
    public async Task The_number_of_keys_in_one_lookup_is_limited()
    {
        Assert.Equal("outOfRange", (await SendAsync(new { hostKeys = Enumerable.Repeat("x", 101) }, 400)).Code());
        Assert.Equal("invalidMessage", (await SendAsync(new { hostKeys = (string?[])[null] }, 400)).Code());
        Assert.Equal("invalidMessage", (await SendAsync(new { }, 400)).Code());
    }

    private async Task<IReadOnlyList<JsonElement>> LookUpAsync(params string[] hostKeys) =>
        [.. (await SendAsync(new { hostKeys }, 200)).EnumerateArray()];

    private Task<JsonElement> SendAsync(object body, int expected) =>
        _guest.SendAsync(HttpMethod.Post, "/api/sessions/lookup", body, expected);
}
