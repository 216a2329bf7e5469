using System.Globalization;

namespace Arena.Web.Tests;

/// <summary>The host's phone: what the room does not see, and the controls.</summary>
internal sealed class RemotePage(IPage page)
{
    public IPage Page { get; } = page;

    public ILocator At(string testId) => Page.GetByTestId(testId);

    /// <summary>How many have chosen each option.</summary>
    public Task<IReadOnlyList<int>> HistogramAsync() => CountsAsync(At("histogram").Locator(".count"));

    public Task NextAsync() => At("control-next").ClickAsync();

    public async Task SeesAsync(string phase, int? round = null)
    {
        await Assertions.Expect(At("remote")).ToHaveAttributeAsync("data-phase", phase);
        if (round is { } number)
            await Assertions.Expect(At("remote")).ToHaveAttributeAsync("data-round", number.ToString(CultureInfo.InvariantCulture));
    }

    public Task SeesAnsweredAsync(int answered, int of) => Assertions.Expect(At("answered")).ToHaveTextAsync($"{answered} of {of} answered");

    /// <summary>Gives the open question ten seconds more. Returns how many are left then.</summary>
    public async Task<int> ExtendAsync()
    {
        var before = await SecondsLeftAsync();
        await At("control-extend").ClickAsync();
        await Assertions.Expect(At("timer-seconds")).ToHaveTextAsync(Patterns.AtLeast(before + 5), new() { UseInnerText = true });
        return await SecondsLeftAsync();
    }

    /// <summary>Removes a player by name.</summary>
    public async Task KickAsync(string nickname)
    {
        await At("control-roster").ClickAsync();
        var line = At("roster-line").Filter(new() { HasText = nickname });
        await line.GetByTestId("manage").ClickAsync();
        await line.GetByTestId("kick").ClickAsync();
        await line.GetByTestId("kick-confirm").ClickAsync();
        await Assertions.Expect(line).ToHaveCountAsync(0);
        await Page.Keyboard.PressAsync("Escape");
    }

    private async Task<int> SecondsLeftAsync() => Numbers.In(await At("timer-seconds").InnerTextAsync())[0];

    private static async Task<IReadOnlyList<int>> CountsAsync(ILocator cells) =>
        [.. (await cells.AllInnerTextsAsync()).Select(text => Numbers.In(text)[0])];
}
