namespace Arena.Web.Tests;

/// <summary>Elements of a page, found without a pointer.</summary>
internal static class TabKey
{
    /// <summary>Tabs to the target and presses a key.</summary>
    public static async Task PressAsync(ILocator target, string key)
    {
        await FocusAsync(target);
        await target.Page.Keyboard.PressAsync(key);
    }

    /// <summary>Tabs until the target has the focus.</summary>
    public static async Task FocusAsync(ILocator target)
    {
        await Assertions.Expect(target).ToBeVisibleAsync();
        for (var presses = 0; presses < 40; presses++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
            await target.Page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"Tab does not reach {target}");
    }
}
