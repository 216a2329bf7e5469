using Arena.TestKit.Clients;

namespace Arena.Gateway.Tests.Play;

/// <summary>A removed player who comes back at once under another name shows it to no player before a host approves it.</summary>
public sealed class RemovalTests
{
    [Fact]
    [Asvs("2.4.1")]
    public async Task A_browser_that_comes_back_after_a_removal_waits_for_approval_once_and_is_refused_then()
    {
        await using var arena = new PlayHost();
        await using var table = await arena.OpenTableAsync();
        var (eve, ann) = (Guid.NewGuid(), Guid.NewGuid());
        Assert.True(await JoinAsync(table, "Eve", eve));
        _ = (await table.CommandAsync(new { kind = "kick", seat = 0 })).Accepted;
        Assert.False(await JoinAsync(table, "Eve again", eve));
        Assert.True(await JoinAsync(table, "Ann", ann));
        _ = (await table.CommandAsync(new { kind = "kick", seat = 1 })).Accepted;
        Assert.Equal("kicked", (await RequestAsync(table, "Eve once more", eve)).Refusal);
        Assert.True(await JoinAsync(table, "Bob", Guid.NewGuid()));
    }

    [Fact]
    public async Task A_browser_that_is_approved_plays_like_any_other()
    {
        await using var arena = new PlayHost();
        await using var table = await arena.OpenTableAsync();
        var eve = Guid.NewGuid();
        Assert.True(await JoinAsync(table, "Eve", eve));
        _ = (await table.CommandAsync(new { kind = "kick", seat = 0 })).Accepted;
        Assert.False(await JoinAsync(table, "Eve", eve));
        _ = (await table.CommandAsync(new { kind = "approve", seat = 1 })).Accepted;
        var roster = (await table.Host.AttachAsync(table.Launch.HostKey)).Accepted.GetProperty("host").GetProperty("changed");
        Assert.Equal([false, true], roster.EnumerateArray().Select(line => !line.GetProperty("kicked").GetBoolean() && line.GetProperty("approved").GetBoolean()));
    }

    [Fact]
    public async Task Joins_that_name_no_browser_are_held_after_a_removal_in_their_network_and_those_of_the_class_are_not()
    {
        await using var arena = new PlayHost();
        await using var table = await arena.OpenTableAsync();
        Assert.True(await JoinAsync(table, "Eve", browser: null));
        Assert.True(await JoinAsync(table, "Ann", browser: null));
        _ = (await table.CommandAsync(new { kind = "kick", seat = 0 })).Accepted;
        Assert.False(await JoinAsync(table, "Eve again", browser: null));
        Assert.True(await JoinAsync(table, "Bob", Guid.NewGuid()));
    }

    /// <returns>Whether all may see the name.</returns>
    private static async Task<bool> JoinAsync(Table table, string name, Guid? browser) =>
        (await RequestAsync(table, name, browser)).Accepted.GetProperty("seat").GetProperty("approved").GetBoolean();

    private static async Task<HubReply> RequestAsync(Table table, string name, Guid? browser) => await (await table.ConnectAsync()).CallAsync(
        "Join", new { code = table.Code, nickname = name, operationId = Guid.NewGuid(), browser });
}
