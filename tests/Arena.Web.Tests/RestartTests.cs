namespace Arena.Web.Tests;

/// <summary>A server that dies in the middle of a question takes nothing with it.</summary>
public sealed class RestartTests(Chromium chromium) : OwnGatewayTest(chromium)
{
    [Fact]
    public async Task After_a_kill_during_a_question_all_clients_reconnect_and_the_game_resumes()
    {
        var host = await Fixture.HostAsync();
        await host.ImportAsync(QuizFile.Path);
        var code = await host.LaunchAsync(questions: 2, isBrief: true);
        var (ada, bruno) = (await Fixture.PlayerAsync(), await Fixture.PlayerAsync());
        await ada.JoinAsync(code, "Ada");
        await bruno.JoinAsync(code, "Bruno");
        var (first, second) = (QuizFile.Questions[0].Correct, QuizFile.Questions[1].Correct);

        await host.NextAsync();
        await ada.AnswerAsync(0, first);
        await Assertions.Expect(ada.At("answer-status")).ToContainTextAsync("Locked in");
        await host.SeesAnsweredAsync(1, 2);
        await Fixture.Arena.KillAsync();
        await Assertions.Expect(ada.At("reconnecting")).ToBeVisibleAsync();
        await Assertions.Expect(bruno.At("reconnecting")).ToBeVisibleAsync();
        await Assertions.Expect(host.At("reconnecting")).ToBeVisibleAsync();
        await ada.SeesAnswerKeptAsync(first);

        await Fixture.RestartAsync();
        foreach (var page in new[] { ada.Page, bruno.Page, host.Page })
            await Assertions.Expect(page.GetByTestId("link")).ToHaveAttributeAsync("data-status", "online");
        // A client that reconnects late may find the question closed: all connected players have answered.
        await Assertions.Expect(ada.Answer(first).And(ada.Page.Locator("[aria-pressed=true]"))
            .Or(ada.Page.Locator("[data-testid=result][data-verdict=right]"))).ToBeVisibleAsync();
        await Assertions.Expect(host.At("host-connected")).ToHaveTextAsync("2 of 2 connected");

        Assert.True(await ada.SeesResultAsync(0, "right") >= 500);
        await host.NextAsync();
        await host.SeesAsync("standings", 0);
        await host.NextAsync();
        await ada.AnswerAsync(1, second);
        await bruno.AnswerAsync(1, second);
        await ada.SeesResultAsync(1, "right");
        await bruno.SeesResultAsync(1, "right");
        await host.NextAsync();

        await host.SeesAsync("podium");
        var podium = await host.PodiumAsync();
        Assert.Equal(["Ada", "Bruno"], podium.Select(line => line.Name));
        Assert.Equal(podium[0].Points, await ada.FinalPointsAsync());
        Assert.Equal(podium[0].Points, (await ada.SummaryAsync()).Sum());
        Assert.Equal(podium[1].Points, await bruno.FinalPointsAsync());
    }
}
