namespace Arena.Web.Tests;

/// <summary>An evening as it really goes: a big screen, a host's phone, five players, and everything that happens to them.</summary>
public sealed class TenQuestionTests(Chromium chromium) : OwnGatewayTest(chromium)
{
    private const int Questions = 10;

    [Fact]
    public async Task Ten_questions_on_a_projector_a_remote_and_five_phones_with_all_failures()
    {
        var host = await Fixture.HostAsync();
        await host.ImportAsync(QuizFile.Path);
        var code = await host.LaunchAsync(Questions, isBrief: true);

        // The big screen is another window of the host's browser, the remote is a phone that follows the link.
        await (await host.MoreAsync("control-devices")).ClickAsync();
        var screen = await host.Page.Context.RunAndWaitForPageAsync(() => host.At("open-screen").ClickAsync());
        await screen.SetViewportSizeAsync(1920, 1080);
        await Assertions.Expect(screen.GetByTestId("projector")).ToHaveAttributeAsync("data-phase", "lobby");
        await host.At("show-remote").ClickAsync();
        var remote = new RemotePage((await Fixture.PlayerAsync()).Page);
        await remote.Page.GotoAsync((await host.At("remote-link").GetAttributeAsync("href"))!);
        await remote.SeesAsync("lobby");
        await Assertions.Expect(remote.Page).Not.ToHaveURLAsync(Patterns.HostKeyInAddress());

        // The first device goes: the phone has taken over, and the game does not notice.
        await host.Page.CloseAsync();
        var players = new Dictionary<string, PlayerPage>();
        await using var network = new FreezingProxy(Fixture.Arena.Address);
        foreach (var name in (string[])["Ada", "Bruno", "Chloé", "Troll"])
        {
            players[name] = await Fixture.PlayerAsync();
            await players[name].JoinAsync(code, name, name == "Bruno" ? network.Address : null);
        }
        var (ada, bruno, chloe, troll) = (players["Ada"], players["Bruno"], players["Chloé"], players["Troll"]);
        await Assertions.Expect(screen.GetByTestId("names").Locator("li")).ToHaveTextAsync(["Troll", "Chloé", "Bruno", "Ada"]);
        await Screenshots.TakeAsync(screen, "projector-lobby");
        await Screenshots.TakeAsync(remote.Page, "remote-lobby");
        await remote.KickAsync("Troll");
        await Assertions.Expect(troll.At("kicked")).ToBeVisibleAsync();
        await Assertions.Expect(screen.GetByTestId("names").Locator("li")).ToHaveTextAsync(["Chloé", "Bruno", "Ada"]);

        for (var round = 0; round < Questions; round++)
        {
            var right = QuizFile.Questions[round].Correct;
            var wrong = right == 0 ? 1 : 0;
            await remote.NextAsync();
            await remote.SeesAsync("asking", round);
            await Assertions.Expect(screen.GetByTestId("prompt")).ToHaveTextAsync(QuizFile.Questions[round].Prompt);
            await ada.CanAnswerAsync(round);
            // On a busy machine a page takes seconds to load, and several do in these questions.
            if (round is >= 1 and <= 4)
                await remote.ExtendAsync();
            switch (round)
            {
                case 1:
                    // A player joins late, and plays from the next question or from this one.
                    players["Late"] = await Fixture.PlayerAsync();
                    await players["Late"].FollowLinkAsync(code);
                    await players["Late"].NameAsync("Late");
                    await players["Late"].SeesAsync("asking", round);
                    break;
                case 2:
                    await ada.Page.ReloadAsync();
                    break;
                case 3:
                    await remote.Page.ReloadAsync();
                    await remote.SeesAsync("asking", round);
                    break;
                case 4:
                    await screen.ReloadAsync();
                    await Assertions.Expect(screen.GetByTestId("projector")).ToHaveAttributeAsync("data-phase", "asking");
                    break;
                default:
                    break;
            }
            if (round == 5)
                await LosesTheNetworkAsync(bruno, network, remote, right);
            else
                await bruno.AnswerAsync(round, round % 2 == 0 ? wrong : right);
            await ada.AnswerAsync(round, right);
            if (round == 0)
            {
                await remote.SeesAnsweredAsync(2, 3);
                Assert.Equal((1, 1), ((await remote.HistogramAsync())[right], (await remote.HistogramAsync())[wrong]));
                await Assertions.Expect(screen.GetByTestId("histogram")).ToHaveCountAsync(0);
                await Screenshots.TakeAsync(remote.Page, "remote-asking");
                await Screenshots.TakeAsync(screen, "projector-asking");
            }
            await chloe.AnswerAsync(round, wrong);
            if (players.TryGetValue("Late", out var late))
                await late.AnswerAsync(round, right);

            await remote.SeesAsync("reveal", round);
            await ada.SeesResultAsync(round, "right");
            await Assertions.Expect(screen.GetByTestId("options").Locator("[data-correct=true]")).ToHaveCountAsync(1);
            if (round == 5)
                await bruno.SeesResultAsync(round, "right");
            if (round < Questions - 1)
            {
                await remote.NextAsync();
                await remote.SeesAsync("standings", round);
            }
        }
        await remote.NextAsync();
        await remote.SeesAsync("podium");
        await Assertions.Expect(screen.GetByTestId("projector")).ToHaveAttributeAsync("data-phase", "podium");

        var podium = await PodiumReading.ReadAsync(screen);
        Assert.Equal(["Ada", "Late", "Bruno"], podium.Select(line => line.Name));
        foreach (var (name, points) in podium)
        {
            Assert.Equal(points, await players[name].FinalPointsAsync());
            Assert.Equal(points, (await players[name].SummaryAsync()).Sum());
        }
        await Assertions.Expect(remote.At("hardest").Locator("li")).ToHaveCountAsync(3);
        await ada.At("keep").ClickAsync();
        await Screenshots.TakeAsync(screen, "projector-podium");
        await Screenshots.TakeAsync(remote.Page, "remote-podium");
        await Screenshots.TakeAsync(ada.Page, "player-summary");
        Assert.Empty(Fixture.Complaints);
    }

    /// <summary>Ten seconds without network: the answer given in that time counts, and the host sees it afterwards.</summary>
    private static async Task LosesTheNetworkAsync(PlayerPage player, FreezingProxy network, RemotePage remote, int choice)
    {
        await player.CanAnswerAsync(5);
        // More than it needs: a busy machine takes seconds for a picture.
        await remote.ExtendAsync();
        var leftBefore = await remote.ExtendAsync();
        await player.Page.Context.SetOfflineAsync(true);
        // The server learns of it at once, and not by 30 seconds of silence.
        await network.CutAsync();
        await Assertions.Expect(player.At("reconnecting")).ToBeVisibleAsync();
        await player.Answer(choice).ClickAsync();
        await Assertions.Expect(player.At("answer-status")).ToContainTextAsync("as soon as the connection is back");
        await remote.SeesAnsweredAsync(0, 3);
        await Screenshots.TakeAsync(player.Page, "player-offline");
        await Assertions.Expect(remote.At("timer-seconds")).ToHaveTextAsync(Patterns.AtMost(leftBefore - 10), new() { UseInnerText = true });
        await Assertions.Expect(player.At("answer-status")).ToContainTextAsync("as soon as the connection is back");
        await player.Page.Context.SetOfflineAsync(false);
        await Assertions.Expect(player.At("answer-status")).ToContainTextAsync("Locked in");
        await remote.SeesAnsweredAsync(1, 4);
    }
}
