namespace Arena.Web.Tests;

/// <summary>A game as people play it: a screen, three phones, and nothing but their browsers.</summary>
public sealed class WholeGameTests(Chromium chromium) : BrowserTest(chromium)
{
    private const int Questions = 4;

    [Fact]
    public async Task A_game_from_an_imported_file_is_played_to_the_podium_with_refreshes_on_the_way()
    {
        var host = await Fixture.HostAsync();
        await host.ImportAsync(QuizFile.Path);
        await PictureAsync(host, "library");
        var code = await host.LaunchAsync(Questions);

        var (ada, bruno, chloe) = (await Fixture.PlayerAsync(), await Fixture.PlayerAsync(), await Fixture.PlayerAsync("fr-FR"));
        var frames = new FrameLog(ada.Page);
        await ada.Page.GotoAsync("/");
        await Assertions.Expect(ada.At("code-input")).ToBeVisibleAsync();
        await Screenshots.TakeAsync(ada.Page, "player-join");
        await ada.EnterCodeAsync($"{code[..3]}-{code[3..]}");
        await Assertions.Expect(ada.At("nickname-input")).ToBeVisibleAsync();
        await ada.At("face-ears").ClickAsync();
        await Screenshots.TakeAsync(ada.Page, "player-name");
        var face = await ada.At("face").Locator("svg").GetAttributeAsync("data-face");
        await ada.NameAsync("Ada");
        await ada.SeesLobbyAsync("Ada");
        await chloe.EnterCodeAsync(code.ToLowerInvariant());
        await chloe.NameAsync("Chloé");
        await chloe.SeesLobbyAsync("Chloé");
        await Assertions.Expect(chloe.Page.GetByRole(AriaRole.Heading, new() { Name = "Vous y êtes !" })).ToBeVisibleAsync();
        await bruno.JoinAsync(code, "Bruno");

        await Assertions.Expect(host.Names).ToHaveTextAsync(["Bruno", "Chloé", "Ada"]);
        await host.Page.ReloadAsync();
        await Assertions.Expect(host.Names).ToHaveTextAsync(["Bruno", "Chloé", "Ada"]);
        await Assertions.Expect(host.Names.Last.Locator("svg")).ToHaveAttributeAsync("data-face", face!);
        Assert.Equal(code, await host.CodeAsync());
        await PictureAsync(host, "lobby");
        await Screenshots.TakeAsync(chloe.Page, "player-lobby-fr");

        // The first question: everyone who can be interrupted is.
        var right = QuizFile.Questions[0].Correct;
        var wrong = right == 0 ? 1 : 0;
        await host.NextAsync();
        await host.SeesAsync("getReady", 0);
        await Screenshots.TakeAsync(ada.Page, "player-get-ready");
        await host.SeesAsync("asking", 0);
        await Assertions.Expect(host.At("prompt")).ToHaveTextAsync(QuizFile.Questions[0].Prompt);
        await host.ExtendAsync();
        await host.ExtendAsync();
        await ada.AnswerAsync(0, right);
        await host.SeesAnsweredAsync(1, 3);

        await ada.Page.ReloadAsync();
        await ada.SeesAsync("asking", 0);
        await ada.SeesAnswerKeptAsync(right);
        await ada.Answer(wrong).ClickAsync(new() { Force = true });
        await ada.Page.Keyboard.PressAsync($"{wrong + 1}");
        await ada.SeesAnswerKeptAsync(right);
        await host.ExtendAsync();

        await bruno.Page.ReloadAsync();
        await bruno.CanAnswerAsync(0);
        await host.Page.ReloadAsync();
        await host.SeesAnsweredAsync(1, 3);
        await host.ExtendAsync();
        await bruno.AnswerAsync(0, wrong);
        await bruno.SeesAnswerKeptAsync(wrong);
        await chloe.AnswerAsync(0, right);

        var points = new Dictionary<PlayerPage, List<int>>
        {
            [ada] = [await ada.SeesResultAsync(0, "right")],
            [bruno] = [await bruno.SeesResultAsync(0, "wrong")],
            [chloe] = [await chloe.SeesResultAsync(0, "right")],
        };
        await host.SeesAsync("reveal", 0);
        await Assertions.Expect(host.At("options").Locator("li").Nth(right)).ToHaveAttributeAsync("data-correct", "true");
        await Assertions.Expect(host.At("options").Locator("[data-correct=true]")).ToHaveCountAsync(1);
        await PictureAsync(host, "reveal");
        await Screenshots.TakeAsync(ada.Page, "player-result-right");
        await Screenshots.TakeAsync(bruno.Page, "player-result-wrong");

        for (var round = 1; round < Questions; round++)
        {
            await StandingsAsync(host, points.Keys, round - 1);
            if (round == 1)
            {
                await PictureAsync(host, "standings");
                await Screenshots.TakeAsync(chloe.Page, "player-standings-fr");
            }
            await host.NextAsync();
            await host.SeesAsync("asking", round);
            right = QuizFile.Questions[round].Correct;
            wrong = right == 0 ? 1 : 0;
            await ada.AnswerAsync(round, right);
            if (round == 1)
            {
                await host.SeesAnsweredAsync(1, 3);
                await PictureAsync(host, "question");
                await Screenshots.TakeAsync(bruno.Page, "player-question");
                await Screenshots.TakeAsync(ada.Page, "player-answered");
            }
            await bruno.AnswerAsync(round, round == 1 ? right : wrong);
            if (round == 2)
            {
                // Someone does not answer: the host ends the wait.
                await host.SeesAnsweredAsync(2, 3);
                await host.NextAsync();
            }
            else
            {
                await chloe.AnswerAsync(round, round == 1 ? wrong : right);
            }
            points[ada].Add(await ada.SeesResultAsync(round, "right"));
            points[bruno].Add(await bruno.SeesResultAsync(round, round == 1 ? "right" : "wrong"));
            points[chloe].Add(await chloe.SeesResultAsync(round, round switch { 1 => "wrong", 2 => "none", _ => "right" }));
        }
        await host.NextAsync();
        await host.SeesAsync("podium");

        var podium = await host.PodiumAsync();
        await Assertions.Expect(host.At("podium").Locator("li").First.Locator("svg")).ToHaveAttributeAsync("data-face", face!);
        Assert.Equal(["Ada", "Chloé", "Bruno"], podium.Select(line => line.Name));
        foreach (var (player, line) in new[] { ada, chloe, bruno }.Zip(podium))
        {
            Assert.Equal(line.Points, await player.FinalPointsAsync());
            Assert.Equal(points[player], await player.SummaryAsync());
            Assert.Equal(line.Points, points[player].Sum());
            Assert.Equal(podium, await player.PodiumAsync());
        }
        await PictureAsync(host, "podium");
        await Screenshots.TakeAsync(ada.Page, "player-podium");
        await Screenshots.TakeAsync(chloe.Page, "player-podium-fr");

        Assert.Empty(Fixture.Complaints);
        Assert.Equal(Questions, frames.Asked());
        Assert.Empty(frames.TellingTooEarly());
        string[] secrets = [await host.KeyAsync(code), await bruno.SeatTokenAsync(code), await chloe.SeatTokenAsync(code)];
        Assert.DoesNotContain(frames.Received, frame => secrets.Any(secret => frame.Contains(secret, StringComparison.Ordinal)));
    }

    private static async Task StandingsAsync(HostPage host, IEnumerable<PlayerPage> players, int round)
    {
        await host.NextAsync();
        await host.SeesAsync("standings", round);
        var lines = await host.At("ranking").Locator("li .score").AllInnerTextsAsync();
        foreach (var player in players)
        {
            await player.SeesAsync("standings", round);
            var seen = await player.At("ranking").Locator("li .score").AllInnerTextsAsync();
            Assert.Equal(lines.Select(line => Numbers.In(line)[0]), seen.Select(line => Numbers.In(line)[0]));
        }
    }

    /// <summary>The big screen, on a laptop and on a projector.</summary>
    private static async Task PictureAsync(HostPage host, string stage)
    {
        await Screenshots.TakeAsync(host.Page, $"host-{stage}");
        await host.Page.SetViewportSizeAsync(1920, 1080);
        await Screenshots.TakeAsync(host.Page, $"host-{stage}-1920");
        await host.Page.SetViewportSizeAsync(1280, 800);
    }
}
