namespace Arena.Web.Tests;

/// <summary>Networks of schools and companies that let HTTP through, and no WebSockets.</summary>
public sealed class BlockedNetworkTests(Chromium chromium) : BrowserTest(chromium)
{
    [Theory]
    [InlineData(nameof(BlockingProxy.Block.Forbid))]
    [InlineData(nameof(BlockingProxy.Block.Strip))]
    [InlineData(nameof(BlockingProxy.Block.Swallow))]
    [InlineData(nameof(BlockingProxy.Block.Cut))]
    public async Task A_game_is_played_where_WebSockets_are_blocked(string block)
    {
        await using var network = new BlockingProxy(Fixture.Arena.Address, Enum.Parse<BlockingProxy.Block>(block));
        var host = await Fixture.HostAsync();
        await host.ImportAsync(QuizFile.Small);
        var code = await host.LaunchAsync(questions: 1, isBrief: true);
        var ada = await Fixture.PlayerAsync();
        await ada.Page.GotoAsync(new Uri(network.Address, $"/j/{code}").ToString());
        await ada.NameAsync("Ada");
        await ada.SeesLobbyAsync("Ada");
        await host.Page.GotoAsync(new Uri(network.Address, new Uri(host.Page.Url).PathAndQuery + $"#key={await HostKeyAsync(host, code)}").ToString());
        await Assertions.Expect(host.At("host-lobby")).ToBeVisibleAsync();
        await host.NextAsync();
        await ada.AnswerAsync(0, 0);
        await ada.SeesAsync("reveal", 0);
    }

    [Fact]
    public async Task A_page_whose_network_blocks_live_connections_shows_that()
    {
        await using var network = new BlockingProxy(Fixture.Arena.Address, BlockingProxy.Block.ForbidAll);
        var ada = await Fixture.PlayerAsync();
        await ada.Page.GotoAsync(new Uri(network.Address, "/j/K7P2XQ").ToString());
        await Assertions.Expect(ada.At("reconnecting")).ToHaveTextAsync("This network blocks live connections. Try mobile data.");
        await Screenshots.TakeAsync(ada.Page, "network-blocks");
    }

    private static async Task<string> HostKeyAsync(HostPage host, string code) =>
        (await host.Page.EvaluateAsync<string>("code => JSON.parse(localStorage.getItem(`arena.host.${code}`)).hostKey", code))!;
}
