using System.Text.Json;
using Arena.Gateway.Tests.Accounts;
using Arena.Gateway.Tests.Boards;
using Arena.Gateway.Tests.Play;
using Arena.Gateway.Tests.Quizzes;
using Arena.GrainInterfaces;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Tests.Groups;

/// <summary>From making a group over its code to its leaderboard, and away again.</summary>
public sealed class GroupTests : IAsyncLifetime
{
    private const string Groups = "/api/groups";

    private readonly PlayHost _arena = new(new(PlayHost.Unlimited)
    {
        ["Arena:Groups:MaxGroups"] = "2",
        ["Arena:Groups:MaxMembers"] = "2",
        ["Arena:Groups:MaxMemberships"] = "2",
    })
    {
        RunsConsumers = true,
    };

    public ValueTask InitializeAsync() => default;

    public ValueTask DisposeAsync() => _arena.DisposeAsync();

    [Fact]
    public async Task The_leaderboard_of_a_group_lists_members_who_opted_in_with_the_games_of_its_host()
    {
        var (_, winner, loser) = await CountedGame.PlayAsync(_arena);
        using var host = await NewAsync("Teacher");
        using var ann = await NewAsync("Ann", winner);
        using var bob = await NewAsync("Bob", loser);
        var (id, code) = await MakeAsync(host, "Class 7b");
        await JoinAsync(ann, code, "Anna.B", isListed: true);
        await JoinAsync(bob, code, "Bobby");
        foreach (var reader in (Browser[])[host, ann, bob])
            Assert.Empty(Lines(await reader.GetAsync($"{Groups}/{id}/board")));

        await HostedByAsync("Teacher");

        var season = BoardKey.SeasonOf(_arena.Time.GetUtcNow());
        foreach (var query in (string[])["", $"?season={season}"])
        {
            var board = await bob.GetAsync($"{Groups}/{id}/board{query}");
            Assert.Equal("Anna.B", Assert.Single(Lines(board)).GetProperty("name").GetString());
            Assert.False(board.TryGetProperty("own", out _));
            Assert.Equal("Anna.B", (await ann.GetAsync($"{Groups}/{id}/board{query}")).GetProperty("own").GetProperty("name").GetString());
        }
        Assert.Empty(Lines(await bob.GetAsync($"{Groups}/{id}/board?season=1999-01")));
        Assert.Equal("invalidMessage", (await bob.GetAsync($"{Groups}/{id}/board?season=soon", 400)).Code());
        // The leaderboards of all accounts show nobody who joined a group.
        Assert.Empty(Lines(await ann.GetAsync("/api/boards")));

        await ann.SendAsync(HttpMethod.Put, $"{Groups}/{id}/membership", new { name = "Anna.B", isListed = false }, 200);
        Assert.Empty(Lines(await bob.GetAsync($"{Groups}/{id}/board")));
    }

    [Fact]
    public async Task Members_and_the_host_see_each_other_and_nobody_else_sees_the_group()
    {
        using var host = await NewAsync("Teacher");
        using var ann = await NewAsync("Ann");
        using var eve = await NewAsync("Eve");
        var (id, code) = await MakeAsync(host, "  Class   7b ");
        var found = await ann.SendAsync(HttpMethod.Post, $"{Groups}/lookup", new { code = $" {code[..4].ToLowerInvariant()}-{code[4..]}" }, 200);
        Assert.Equal(("Class 7b", "Teacher", false), (Text(found, "name"), Text(found, "host"), found.GetProperty("isKnown").GetBoolean()));
        var joined = await JoinAsync(ann, code, "Anna.B");
        Assert.Equal("Anna.B", Text(joined.GetProperty("own"), "name"));
        Assert.False(joined.TryGetProperty("code", out _));
        Assert.True((await ann.SendAsync(HttpMethod.Post, $"{Groups}/lookup", new { code }, 200)).GetProperty("isKnown").GetBoolean());

        var seen = await host.GetAsync($"{Groups}/{id}");
        Assert.Equal((code, "Anna.B"), (Text(seen, "code"), Text(Assert.Single(seen.GetProperty("members").EnumerateArray()), "name")));
        Assert.DoesNotContain("\"Ann\"", seen.GetRawText(), StringComparison.Ordinal);
        foreach (var (reader, isHost) in new[] { (host, true), (ann, false) })
        {
            var listed = Assert.Single((await reader.GetAsync(Groups)).EnumerateArray());
            Assert.Equal(("Class 7b", isHost, 1), (Text(listed, "name"), listed.GetProperty("isHost").GetBoolean(), listed.GetProperty("members").GetInt32()));
        }
        Assert.Empty((await eve.GetAsync(Groups)).EnumerateArray());
        foreach (var path in (string[])[$"{Groups}/{id}", $"{Groups}/{id}/board", $"{Groups}/x"])
            Assert.Equal("unknownGroup", (await eve.GetAsync(path, 404)).Code());
    }

    [Fact]
    public async Task A_member_who_leaves_or_is_removed_is_gone_at_once()
    {
        using var host = await NewAsync("Teacher");
        using var ann = await NewAsync("Ann");
        var (id, code) = await MakeAsync(host, "Class");
        await JoinAsync(ann, code, "Anna.B", isListed: true);
        await ann.SendAsync(HttpMethod.Delete, $"{Groups}/{id}/members/Anna.B", null, 404);
        await ann.SendAsync(HttpMethod.Delete, $"{Groups}/{id}/membership", null, 204);
        Assert.Equal("unknownGroup", (await ann.SendAsync(HttpMethod.Delete, $"{Groups}/{id}/membership", null, 404)).Code());
        Assert.Equal("unknownGroup", (await ann.GetAsync($"{Groups}/{id}", 404)).Code());

        await JoinAsync(ann, code, "Anna.B");
        await host.SendAsync(HttpMethod.Delete, $"{Groups}/{id}/members/anna.b", null, 204);
        foreach (var name in (string[])["anna.b", "x", "%20"])
            Assert.Equal("unknownUser", (await host.SendAsync(HttpMethod.Delete, $"{Groups}/{id}/members/{name}", null, 404)).Code());
        Assert.Empty((await host.GetAsync($"{Groups}/{id}")).GetProperty("members").EnumerateArray());
    }

    [Fact]
    public async Task A_replaced_code_joins_no_more_and_a_deleted_group_has_no_members()
    {
        using var host = await NewAsync("Teacher");
        using var ann = await NewAsync("Ann");
        using var bob = await NewAsync("Bob");
        var (id, code) = await MakeAsync(host, "Class");
        await JoinAsync(ann, code, "Anna.B");
        foreach (var (path, method) in new[] { ("", HttpMethod.Delete), ("/code", HttpMethod.Post) })
            Assert.Equal("unknownGroup", (await ann.SendAsync(method, $"{Groups}/{id}{path}", null, 404)).Code());
        Assert.Equal("unknownGroup", (await ann.SendAsync(HttpMethod.Put, $"{Groups}/{id}", new { name = "Mine" }, 404)).Code());
        Assert.Equal("Class 8b", Text(await host.SendAsync(HttpMethod.Put, $"{Groups}/{id}", new { name = "Class 8b" }, 200), "name"));

        var replaced = Text(await host.SendAsync(HttpMethod.Post, $"{Groups}/{id}/code", null, 200), "code")!;
        Assert.NotEqual(code, replaced);
        Assert.Equal("unknownGroup", (await bob.SendAsync(HttpMethod.Post, $"{Groups}/memberships", new { code, name = "Bobby" }, 404)).Code());
        await JoinAsync(bob, replaced, "Bobby");

        await host.SendAsync(HttpMethod.Delete, $"{Groups}/{id}", null, 204);
        Assert.Empty((await bob.GetAsync(Groups)).EnumerateArray());
        await using var context = CountedGame.Context(_arena);
        Assert.False(await context.GroupMembers.AnyAsync());
    }

    [Fact]
    public async Task Groups_members_and_memberships_have_limits()
    {
        using var host = await NewAsync("Teacher");
        using var other = await NewAsync("Other");
        using var ann = await NewAsync("Ann");
        using var bob = await NewAsync("Bob");
        using var cid = await NewAsync("Cid");
        var (_, first) = await MakeAsync(host, "One");
        var (_, second) = await MakeAsync(host, "Two");
        var (_, third) = await MakeAsync(other, "Three");
        var refused = await host.SendAsync(HttpMethod.Post, Groups, new { name = "Four" }, 409);
        Assert.Equal(("tooManyGroups", 2), (refused.Code(), refused.GetProperty("limit").GetInt32()));

        await JoinAsync(ann, first, "Anna");
        await JoinAsync(ann, second, "Anna");
        await JoinAsync(bob, first, "Bobby");
        Assert.Equal("groupFull", (await JoinAsync(cid, first, "Cid", expected: 409)).Code());
        Assert.Equal("tooManyGroups", (await JoinAsync(ann, third, "Anna", expected: 409)).Code());
        // Who is a member already changes the name instead.
        Assert.Equal("Annie", Text((await JoinAsync(ann, first, "Annie")).GetProperty("own"), "name"));
        // A host is no member.
        Assert.Equal("notAllowed", (await JoinAsync(other, third, "Other", expected: 403)).Code());
    }

    [Fact]
    public async Task A_name_in_a_group_belongs_to_one_member_and_names_have_a_form()
    {
        using var host = await NewAsync("Teacher");
        using var ann = await NewAsync("Ann");
        using var bob = await NewAsync("Bob");
        var (id, code) = await MakeAsync(host, "Class");
        foreach (var name in (string?[])[null, "ab", new string('x', 21), "<b>x</b>"])
            Assert.Equal("nameInvalid", (await JoinAsync(ann, code, name, expected: 400)).Code());
        await JoinAsync(ann, code, "Anna");
        foreach (var name in (string[])["ANNA", "Admin"])
            Assert.Equal("nameTaken", (await JoinAsync(bob, code, name, expected: 409)).Code());
        await JoinAsync(bob, code, "Bobby");
        Assert.Equal("nameTaken", (await bob.SendAsync(HttpMethod.Put, $"{Groups}/{id}/membership", new { name = "anna" }, 409)).Code());
        foreach (var name in (string?[])[null, " ", new string('x', 61), "a\u0000b"])
            Assert.Equal("invalidMessage", (await host.SendAsync(HttpMethod.Post, Groups, new { name }, 400)).Code());
        await host.SendAsync(HttpMethod.Post, Groups, new { name = new string('x', 2_000) }, 413);
    }

    [Fact]
    public async Task Who_guesses_codes_has_to_wait_and_the_others_have_not()
    {
        using var host = await NewAsync("Teacher");
        using var ann = await NewAsync("Ann");
        using var eve = await NewAsync("Eve");
        var (_, code) = await MakeAsync(host, "Class");
        foreach (var malformed in (string?[])[null, "", "x", "0000000U", new string('0', 100)])
            Assert.Equal("unknownGroup", (await eve.SendAsync(HttpMethod.Post, $"{Groups}/lookup", new { code = malformed }, 404)).Code());
        for (var guess = 0; guess < 10; guess++)
            Assert.Equal("unknownGroup", (await eve.SendAsync(HttpMethod.Post, $"{Groups}/lookup", new { code = "00000000" }, 404)).Code());
        foreach (var path in (string[])["lookup", "memberships"])
        {
            var refused = await eve.SendAsync(HttpMethod.Post, $"{Groups}/{path}", new { code, name = "Eve" }, 429);
            Assert.Equal(("tooFast", 12_000), (refused.Code(), refused.GetProperty("retryAfterMs").GetInt32()));
        }
        await JoinAsync(ann, code, "Anna");
        await _arena.AdvanceAsync(TimeSpan.FromSeconds(12));
        await JoinAsync(eve, code, "Evelyn");
    }

    [Fact]
    public async Task The_export_lists_groups_and_memberships_and_deleting_the_account_removes_them()
    {
        using var host = await NewAsync("Teacher");
        using var ann = await NewAsync("Ann");
        var (id, code) = await MakeAsync(host, "Class");
        await JoinAsync(ann, code, "Anna.B", isListed: true);
        var membership = Assert.Single((await ann.GetAsync("/api/account/export")).GetProperty("memberships").EnumerateArray());
        Assert.Equal(("Class", "Anna.B"), (Text(membership, "group"), Text(membership, "name")));
        var group = Assert.Single((await host.GetAsync("/api/account/export")).GetProperty("groups").EnumerateArray());
        Assert.Equal((id, code), (Text(group, "id"), Text(group, "code")));

        await ann.SendAsync(HttpMethod.Post, "/api/account/deletion", new { password = Browser.Password }, 204);
        Assert.Empty((await host.GetAsync($"{Groups}/{id}")).GetProperty("members").EnumerateArray());
        using var bob = await NewAsync("Bob");
        await JoinAsync(bob, code, "Bobby");
        await host.SendAsync(HttpMethod.Post, "/api/account/deletion", new { password = Browser.Password }, 204);
        Assert.Empty((await bob.GetAsync(Groups)).EnumerateArray());
    }

    private static JsonElement.ArrayEnumerator Lines(JsonElement board) => board.GetProperty("lines").EnumerateArray();

    private static string? Text(JsonElement reply, string member) => reply.GetProperty(member).GetString();

    private static async Task<(string Id, string Code)> MakeAsync(Browser host, string name)
    {
        var made = await host.SendAsync(HttpMethod.Post, Groups, new { name }, 201);
        return (Text(made, "id")!, Text(made, "code")!);
    }

    private static Task<JsonElement> JoinAsync(Browser player, string code, string? name, bool isListed = false, int expected = 200) =>
        player.SendAsync(HttpMethod.Post, $"{Groups}/memberships", new { code, name, isListed }, expected);

    private Task<Browser> NewAsync(string name, params string[] seatTokens) => CountedGame.RegisterAsync(_arena, name, seatTokens);

    private async Task HostedByAsync(string name)
    {
        await using var context = CountedGame.Context(_arena);
        var host = await context.Users.Where(user => user.Username == name).Select(user => user.Id).SingleAsync();
        await context.GameSessions.ExecuteUpdateAsync(set => set.SetProperty(row => row.HostId, host));
    }
}
