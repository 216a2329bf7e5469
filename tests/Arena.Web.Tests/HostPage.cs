using System.Globalization;

namespace Arena.Web.Tests;

/// <summary>The host's browser: what the host sees and does.</summary>
internal sealed class HostPage(IPage page)
{
    public IPage Page { get; } = page;

    public ILocator Host => At("host");

    public ILocator Names => At("names").Locator("li");

    public ILocator At(string testId) => Page.GetByTestId(testId);

    /// <summary>A control of the drawer, which is opened.</summary>
    public async Task<ILocator> MoreAsync(string testId)
    {
        if (!await At(testId).IsVisibleAsync())
            await At("control-more").ClickAsync();
        return At(testId);
    }

    /// <summary>Imports a file through the picker, without what cannot be read in it.</summary>
    public async Task ImportAsync(string file)
    {
        await Page.GotoAsync("/host");
        var chooser = await Page.RunAndWaitForFileChooserAsync(() => At("import-choose").ClickAsync());
        await chooser.SetFilesAsync(file);
        await Assertions.Expect(At("import-confirm")).ToBeVisibleAsync();
        if (await At("faults").IsVisibleAsync())
            await Assertions.Expect(At("faults").Locator("li").First).ToContainTextAsync(Patterns.Line());
        await At("import-confirm").ClickAsync();
        await Assertions.Expect(At("import-done")).ToBeVisibleAsync();
        await Assertions.Expect(At("quiz")).ToHaveCountAsync(1);
    }

    /// <summary>Launches a session of the one quiz, its first questions in order. Gives the code.</summary>
    /// <param name="questions">How many.</param>
    /// <param name="isBrief">Whether "get ready" is shown for as short a time as it may be.</param>
    public async Task<string> LaunchAsync(int questions, bool isBrief = false)
    {
        await At("play").ClickAsync();
        // First: a drawn game has no slides, so it may have fewer questions.
        await At("setting-shuffle").UncheckAsync();
        await At("setting-questionCount").FillAsync(questions.ToString(CultureInfo.InvariantCulture));
        if (isBrief)
        {
            await At("settings-more").ClickAsync();
            await At("setting-getReadyMs").FillAsync("0.5");
        }
        await At("launch").ClickAsync();
        return await CodeAsync();
    }

    public async Task<string> CodeAsync()
    {
        await Assertions.Expect(At("join-code")).ToHaveTextAsync(Patterns.Code());
        return Patterns.Code().Match(await At("join-code").InnerTextAsync()).Value.Replace("-", "", StringComparison.Ordinal);
    }

    public async Task NextAsync()
    {
        await CanMoveOnAsync();
        await At("control-next").ClickAsync();
    }

    /// <summary>Just after a phase began, what moves the game on is taken for a second press.</summary>
    public Task CanMoveOnAsync() => Assertions.Expect(At("control-next")).Not.ToHaveAttributeAsync("aria-disabled", "true");

    public async Task SeesAsync(string phase, int? round = null)
    {
        await Assertions.Expect(Host).ToHaveAttributeAsync("data-phase", phase);
        if (round is { } number)
            await Assertions.Expect(Host).ToHaveAttributeAsync("data-round", number.ToString(CultureInfo.InvariantCulture));
    }

    public Task SeesAnsweredAsync(int answered, int of) => Assertions.Expect(At("answered")).ToHaveTextAsync($"{answered} of {of} answered");

    /// <summary>Gives the open question ten seconds more.</summary>
    public async Task ExtendAsync()
    {
        var before = await SecondsLeftAsync();
        await At("control-extend").ClickAsync();
        await Assertions.Expect(At("timer-seconds")).ToHaveTextAsync(Patterns.AtLeast(before + 5), new() { UseInnerText = true });
    }

    /// <summary>Name and points of everyone on the podium, best first.</summary>
    public Task<IReadOnlyList<(string Name, int Points)>> PodiumAsync() => PodiumReading.ReadAsync(Page);

    /// <summary>What makes this browser the host: a secret between it and the server.</summary>
    public async Task<string> KeyAsync(string code) =>
        (await Page.EvaluateAsync<string>("code => JSON.parse(localStorage.getItem(`arena.host.${code}`)).hostKey", code))!;

    private async Task<int> SecondsLeftAsync() => Numbers.In(await At("timer-seconds").InnerTextAsync())[0];
}
