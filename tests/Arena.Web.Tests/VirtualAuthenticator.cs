namespace Arena.Web.Tests;

/// <summary>A device with a finger to press, of Chromium's own: what makes and keeps passkeys.</summary>
internal sealed class VirtualAuthenticator
{
    private readonly ICDPSession _browser;
    private readonly string _id;

    private VirtualAuthenticator(ICDPSession browser, string id) => (_browser, _id) = (browser, id);

    public static async Task<VirtualAuthenticator> PlugInAsync(IPage page)
    {
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("WebAuthn.enable");
        var added = await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return new(browser, added!.Value.GetProperty("authenticatorId").GetString()!);
    }

    /// <summary>Whether it recognises its owner from now on.</summary>
    public Task RecognisesAsync(bool owner) =>
        _browser.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = _id, ["isUserVerified"] = owner });

    public async Task<int> PasskeysAsync()
    {
        var held = await _browser.SendAsync("WebAuthn.getCredentials", new() { ["authenticatorId"] = _id });
        return held!.Value.GetProperty("credentials").GetArrayLength();
    }
}
