namespace Arena.Web.Tests;

/// <summary>How a player answers a question of each type of the quiz in <c>fixtures/every-type.json</c> with keys alone.</summary>
internal static class AnswerKeys
{
    /// <summary>Gives a right answer, or one that is as good as any other where nothing is right or wrong.</summary>
    public static Task AnswerRightAsync(PlayerPage player, string type) => type switch
    {
        "singleChoice" or "trueFalse" or "poll" => PickAsync(player, "2"),
        "multipleChoice" => PickAsync(player, "1", "3", "Enter"),
        "rating" => PickAsync(player, "5"),
        "typedAnswer" => TypeAsync(player, "text-answer", "Canberra", "Enter"),
        "number" => TypeAsync(player, "number-answer", "2850.5", "Enter"),
        "openText" => TypeAsync(player, "text-answer", "More of it!", "Control+Enter"),
        "slider" => SendAsync(player, () => AnswerPads.SlideAsync(player, 21, TabKey.FocusAsync)),
        "order" => SendAsync(player, () => AnswerPads.OrderAsync(player, TabKey.FocusAsync)),
        "match" => SendAsync(player, () => MatchAsync(player)),
        "wordCloud" => TypeAsync(player, "word-0", "trust", "Enter", "Enter", "Enter"),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    private static async Task PickAsync(PlayerPage player, params string[] keys)
    {
        await player.CanPressAsync(0);
        foreach (var key in keys)
            await player.Page.Keyboard.PressAsync(key);
    }

    /// <summary>The first key on the page is typed into the field.</summary>
    private static async Task TypeAsync(PlayerPage player, string field, string text, params string[] keys)
    {
        await Assertions.Expect(player.At(field)).ToBeVisibleAsync();
        await player.Page.Keyboard.TypeAsync(text);
        await Assertions.Expect(player.At(field)).ToHaveValueAsync(text);
        await Assertions.Expect(player.At("send-answer")).ToBeEnabledAsync();
        foreach (var key in keys)
            await player.Page.Keyboard.PressAsync(key);
    }

    private static async Task SendAsync(PlayerPage player, Func<Task> fill)
    {
        await fill();
        await Assertions.Expect(player.At("send-answer")).ToBeEnabledAsync();
        await TabKey.PressAsync(player.At("send-answer"), "Enter");
    }

    private static async Task MatchAsync(PlayerPage player)
    {
        foreach (var river in AnswerPads.Rivers)
            await TabKey.PressAsync(player.Player.Locator(".pool button").Filter(new() { HasText = river }), "Enter");
    }
}
