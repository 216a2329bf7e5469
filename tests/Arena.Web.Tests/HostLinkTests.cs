namespace Arena.Web.Tests;

/// <summary>A link with a host key: it makes a browser the host only when the game accepts its key, and takes nothing away.</summary>
public sealed class HostLinkTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_link_with_a_wrong_key_takes_the_game_away_from_no_host()
    {
        var host = await Fixture.HostAsync();
        await host.ImportAsync(QuizFile.Small);
        var code = await host.LaunchAsync(questions: 1);
        var key = await host.KeyAsync(code);

        var stranger = await Fixture.HostAsync();
        await stranger.ImportAsync(QuizFile.Small);
        var foreign = await stranger.KeyAsync(await stranger.LaunchAsync(questions: 1));

        foreach (var wrong in new[] { "AAAA", foreign })
        {
            var link = await host.Page.Context.NewPageAsync();
            await link.GotoAsync($"/host/{code}/remote#key={wrong}");
            await Assertions.Expect(link.GetByTestId("remote")).ToHaveAttributeAsync("data-phase", "lobby");
            await link.CloseAsync();
            Assert.Equal(key, await host.KeyAsync(code));
        }
        await host.Page.ReloadAsync();
        Assert.Equal(code, await host.CodeAsync());

        // A browser without a key: nothing wrong is stored, and the right one is.
        var phone = await Fixture.HostAsync();
        foreach (var wrong in new[] { "AAAA", foreign })
        {
            await phone.Page.GotoAsync("/");
            await phone.Page.GotoAsync($"/host/{code}/remote#key={wrong}");
            await Assertions.Expect(phone.At("host-refused")).ToBeVisibleAsync();
            Assert.Null(await phone.Page.EvaluateAsync<string?>("code => localStorage.getItem(`arena.host.${code}`)", code));
        }
        await phone.Page.GotoAsync("/");
        await phone.Page.GotoAsync($"/host/{code}/remote#key={key}");
        await Assertions.Expect(phone.At("remote")).ToHaveAttributeAsync("data-phase", "lobby");
        Assert.Equal(key, await phone.KeyAsync(code));
    }
}
