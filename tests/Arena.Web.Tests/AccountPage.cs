namespace Arena.Web.Tests;

/// <summary>The actions of a user on the account page in a browser.</summary>
internal sealed class AccountPage(IPage page)
{
    public const string Password = "correct horse battery";

    public IPage Page { get; } = page;

    public ILocator At(string testId) => Page.GetByTestId(testId);

    public ILocator Browsers => At("signed-in-browser");

    public Task RegisterAsync(string name, string password = Password) => SendAsync("/register", name, password);

    public Task SignInAsync(string name, string password = Password) => SendAsync("/sign-in", name, password);

    /// <summary>Signed in: among the quizzes.</summary>
    public Task IsInAsync() => Assertions.Expect(At("account-link")).ToBeVisibleAsync();

    public Task IsRefusedAsync(string code) => Assertions.Expect(At("refusal")).ToHaveAttributeAsync("data-code", code);

    public async Task OpenAsync(string name)
    {
        await Page.GotoAsync("/account");
        await Assertions.Expect(At("account-is")).ToContainTextAsync(name);
        await UnfoldAsync();
    }

    /// <summary>Opens folded sections.</summary>
    public async Task UnfoldAsync()
    {
        await Assertions.Expect(At("account-is")).ToBeVisibleAsync();
        await At("account").EvaluateAsync(
            "account => account.querySelectorAll('details:not([open]) > summary').forEach((summary) => summary.click())");
    }

    private async Task SendAsync(string path, string name, string password)
    {
        await Page.GotoAsync(path);
        await At("account-name").FillAsync(name);
        await At("account-password").FillAsync(password);
        await At("account-submit").ClickAsync();
    }
}
