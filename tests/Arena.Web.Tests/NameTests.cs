namespace Arena.Web.Tests;

/// <summary>Choosing a name: a suggestion helps a player without one, and never overwrites typed text.</summary>
public sealed class NameTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_late_suggestion_does_not_fill_a_focused_field()
    {
        var host = await Fixture.HostAsync();
        await host.ImportAsync(QuizFile.Small);
        var code = await host.LaunchAsync(questions: 1);
        var ada = await Fixture.PlayerAsync();
        var asked = new TaskCompletionSource<Action>();
        var answered = new TaskCompletionSource();
        await ada.Page.RouteWebSocketAsync("**/hubs/game*", socket =>
        {
            var server = socket.ConnectToServer();
            socket.OnMessage(message =>
            {
                if (message.Text?.Contains("SuggestName", StringComparison.Ordinal) == true)
                    asked.TrySetResult(() => server.Send(message.Text));
                else
                    server.Send(message.Text!);
            });
            server.OnMessage(message =>
            {
                socket.Send(message.Text!);
                if (message.Text!.Contains("\"nickname\"", StringComparison.Ordinal))
                    answered.TrySetResult();
            });
        });

        await ada.FollowLinkAsync(code);
        var ask = await asked.Task;
        await ada.At("nickname-input").FocusAsync();
        ask();
        await answered.Task;
        await ada.At("nickname-input").PressSequentiallyAsync("Ada");
        await Assertions.Expect(ada.At("nickname-input")).ToHaveValueAsync("Ada");
        await ada.At("nickname-submit").ClickAsync();
        await ada.SeesLobbyAsync("Ada");
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task A_player_without_a_name_gets_one_suggested_and_another_on_request()
    {
        var host = await Fixture.HostAsync();
        await host.ImportAsync(QuizFile.Small);
        var code = await host.LaunchAsync(questions: 1);
        var ada = await Fixture.PlayerAsync();

        await ada.FollowLinkAsync(code);
        await Assertions.Expect(ada.At("nickname-input")).Not.ToHaveValueAsync("");
        var first = await ada.At("nickname-input").InputValueAsync();
        await ada.At("nickname-suggest").ClickAsync();
        await Assertions.Expect(ada.At("nickname-input")).Not.ToHaveValueAsync(first);
        var second = await ada.At("nickname-input").InputValueAsync();
        await ada.At("nickname-submit").ClickAsync();
        await ada.SeesLobbyAsync(second);
        Assert.Empty(Fixture.Complaints);
    }
}
