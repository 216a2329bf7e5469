namespace Arena.Web.Tests;

/// <summary>A question of each type and media of each kind, from the file to the report: on two phones, in two languages, and on a projector.</summary>
public sealed class QuestionTypesTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_question_of_every_type_is_answered_kept_over_a_refresh_and_revealed()
    {
        var host = await Fixture.HostAsync();
        var questions = EveryTypeArchive.Questions;
        var archive = await EveryTypeArchive.WriteAsync(await host.Page.ScreenshotAsync());
        await host.ImportAsync(archive);
        Directory.Delete(Path.GetDirectoryName(archive)!, recursive: true);
        var code = await host.LaunchAsync(questions.Count + 1, isBrief: true);
        var projector = await host.Page.Context.NewPageAsync();
        await projector.GotoAsync($"/host/{code}/screen");
        var (ada, bruno) = (await Fixture.PlayerAsync(), await Fixture.PlayerAsync("fr-FR"));
        await ada.JoinAsync(code, "Ada");
        await bruno.JoinAsync(code, "Bruno");
        await host.NextAsync();
        for (var round = 0; round < questions.Count; round++)
        {
            var (type, verdict) = questions[round];
            await ada.SeesAsync("asking", round);
            await Assertions.Expect(ada.At("asking")).ToHaveAttributeAsync("data-type", type);
            await bruno.SeesAsync("asking", round);
            await IsAccessibleAsync(bruno.Page, projector, $"{type}, asked");
            await AnswerPads.AnswerRightAsync(ada, type);
            await host.SeesAnsweredAsync(1, 2);
            await ada.Page.ReloadAsync();
            await ada.SeesAsync("asking", round);
            await Assertions.Expect(ada.At("answer-status")).ToContainTextAsync("Locked in");
            await Assertions.Expect(ada.At("send-answer")).ToHaveCountAsync(0);
            await Screenshots.TakeAsync(ada.Page, $"player-{type}-kept");
            await host.NextAsync();
            await ada.SeesAsync("reveal", round);
            await Assertions.Expect(ada.At("result")).ToHaveAttributeAsync("data-verdict", verdict);
            await Assertions.Expect(bruno.At("result")).ToHaveAttributeAsync("data-verdict", "none");
            await host.SeesAsync("reveal", round);
            await IsAccessibleAsync(ada.Page, projector, $"{type}, revealed");
            await Screenshots.TakeAsync(host.Page, $"host-{type}-reveal");
            await host.NextAsync();
            // Opinions change no standings.
            if (verdict == "right")
            {
                await host.SeesAsync("standings", round);
                await host.NextAsync();
            }
        }
        await ada.SeesAsync("asking", questions.Count);
        await Assertions.Expect(ada.At("asking")).ToHaveAttributeAsync("data-type", "slide");
        await host.NextAsync();
        await ada.SeesAsync("podium");
        var reported = questions.Select(question => question.Verdict == "right" ? "correct: 1 of 2" : "1 answer from 2 players");
        await IsAccessibleAsync(bruno.Page, projector, "the end");
        await Assertions.Expect(host.At("rounds").Locator(".share")).ToContainTextAsync([.. reported, "–"]);
    }

    [Fact]
    public async Task An_item_is_carried_to_another_place_with_the_pointer()
    {
        var host = await Fixture.HostAsync();
        await host.ImportAsync(AnswerPads.Quiz);
        var code = await host.LaunchAsync(6, isBrief: true);
        var ada = await Fixture.PlayerAsync();
        await ada.JoinAsync(code, "Ada");
        await host.NextAsync();
        for (var round = 0; round < 5; round++)
        {
            await host.SeesAsync("asking", round);
            await host.CanMoveOnAsync();
            await (await host.MoreAsync("control-skip")).ClickAsync();
        }
        await ada.SeesAsync("asking", 5);
        var texts = ada.At("order").Locator(".text");
        var handles = ada.At("order").Locator("[data-handle]");
        await Assertions.Expect(texts).ToHaveCountAsync(4);
        var before = await texts.AllInnerTextsAsync();
        var (from, to) = ((await handles.Nth(0).BoundingBoxAsync())!, (await handles.Nth(2).BoundingBoxAsync())!);
        await ada.Page.Mouse.MoveAsync(from.X + 20, from.Y + 20);
        await ada.Page.Mouse.DownAsync();
        await ada.Page.Mouse.MoveAsync(from.X + 20, to.Y + 30, new() { Steps = 8 });
        await ada.Page.Mouse.UpAsync();
        await Assertions.Expect(texts).ToHaveTextAsync([before[1], before[2], before[0], before[3]]);
        await Assertions.Expect(ada.At("order-announcement")).ToContainTextAsync($"{before[0]}: now 3 of 4");
    }

    private static async Task IsAccessibleAsync(IPage phone, IPage projector, string what)
    {
        Assert.Empty(await Axe.ViolationsAsync(phone, what));
        Assert.Empty(await Axe.ViolationsAsync(projector, what));
        Assert.Equal(360, await phone.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }
}
