namespace Arena.Web.Tests;

/// <summary>How a player answers a question of each type of the quiz in <c>fixtures/every-type.json</c>: with taps, or with keys.</summary>
internal static class AnswerPads
{
    private static readonly string[] Planets = ["Mercury", "Venus", "Earth", "Mars"];

    public static string Quiz { get; } = Repository.At("tests", "Arena.Web.Tests", "fixtures", "every-type.json");

    /// <summary>The questions of the quiz in its order, each with the verdict on the answer below. A slide follows them.</summary>
    public static IReadOnlyList<(string Type, string Verdict)> Questions { get; } =
    [
        ("multipleChoice", "right"), ("poll", "unscored"), ("typedAnswer", "right"), ("number", "right"), ("slider", "right"), ("order", "right"),
        ("match", "right"), ("rating", "unscored"), ("wordCloud", "unscored"), ("openText", "unscored"), ("singleChoice", "right"), ("trueFalse", "right"),
    ];

    /// <summary>The partners of the cities, in their order.</summary>
    public static IReadOnlyList<string> Rivers { get; } = ["Seine", "Thames", "Danube"];

    /// <summary>Gives a right answer, or one that is as good as any other where nothing is right or wrong.</summary>
    public static Task AnswerRightAsync(PlayerPage player, string type) => type switch
    {
        "multipleChoice" => SendAsync(player, () => TapAsync(player, "answer-0", "answer-2")),
        "singleChoice" or "trueFalse" or "poll" => TapAsync(player, "answer-1"),
        "typedAnswer" => SendAsync(player, () => player.At("text-answer").FillAsync("canbérra ")),
        "number" => TypeNumberAsync(player, "2850,5"),
        "slider" => SendAsync(player, () => SlideAsync(player, 21, slider => slider.FocusAsync())),
        "order" => SendAsync(player, () => OrderAsync(player, handle => handle.FocusAsync())),
        "match" => SendAsync(player, () => MatchAsync(player)),
        "rating" => RateAsync(player, 5),
        "wordCloud" => TypeWordsAsync(player, "trust", "humour", "time"),
        "openText" => SendAsync(player, () => player.At("text-answer").FillAsync("More of it!")),
        "pin" => SendAsync(player, () => TapAsync(player, "pin-target")),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    private static async Task SendAsync(PlayerPage player, Func<Task> fill)
    {
        await fill();
        await player.At("send-answer").ClickAsync();
    }

    private static async Task TapAsync(PlayerPage player, params string[] testIds)
    {
        foreach (var testId in testIds)
            await player.At(testId).ClickAsync();
    }

    private static async Task TypeNumberAsync(PlayerPage player, string text)
    {
        await player.At("number-answer").FillAsync(text);
        await Assertions.Expect(player.At("number-note")).ToContainTextAsync("2850.5");
        await Assertions.Expect(player.At("send-answer")).ToBeEnabledAsync();
        await player.At("number-answer").PressAsync("Enter");
    }

    private static async Task RateAsync(PlayerPage player, int step)
    {
        await player.CanPressAsync(step - 1);
        await player.Page.Keyboard.PressAsync($"{step}");
    }

    /// <summary>Moves the slider to the right with the arrow keys.</summary>
    /// <param name="player">Who moves it.</param>
    /// <param name="steps">How far.</param>
    /// <param name="focus">Brings the focus to the slider.</param>
    public static async Task SlideAsync(PlayerPage player, int steps, Func<ILocator, Task> focus)
    {
        await focus(player.At("slider-answer"));
        for (var step = 0; step < steps; step++)
            await player.Page.Keyboard.PressAsync("ArrowRight");
    }

    /// <summary>Moves each planet up to its place with the arrow keys.</summary>
    /// <param name="player">Who orders them.</param>
    /// <param name="focus">Brings the focus to a planet's handle.</param>
    public static async Task OrderAsync(PlayerPage player, Func<ILocator, Task> focus)
    {
        var texts = player.At("order").Locator(".text");
        await Assertions.Expect(texts).ToHaveCountAsync(Planets.Length);
        for (var place = 0; place < Planets.Length; place++)
        {
            var at = (await texts.AllInnerTextsAsync()).ToList().IndexOf(Planets[place]);
            await focus(player.At("order").Locator("[data-handle]").Nth(at));
            for (; at > place; at--)
            {
                await player.Page.Keyboard.PressAsync("ArrowUp");
                await Assertions.Expect(texts.Nth(at - 1)).ToHaveTextAsync(Planets[place]);
                await Assertions.Expect(player.At("order").Locator("[data-handle]").Nth(at - 1)).ToBeFocusedAsync();
            }
        }
    }

    private static async Task MatchAsync(PlayerPage player)
    {
        foreach (var river in Rivers)
            await player.Player.Locator(".pool button").Filter(new() { HasText = river }).ClickAsync();
    }

    private static async Task TypeWordsAsync(PlayerPage player, params string[] words)
    {
        await player.At("word-0").FocusAsync();
        foreach (var word in words)
        {
            await player.Page.Keyboard.TypeAsync(word);
            await Assertions.Expect(player.At("send-answer")).ToBeEnabledAsync();
            await player.Page.Keyboard.PressAsync("Enter");
        }
    }
}
