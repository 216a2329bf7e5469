namespace Arena.Web.Tests;

/// <summary>What administrators see of the installation.</summary>
public sealed class AdministrationTests(Chromium chromium) : OwnGatewayTest(chromium)
{
    [Fact]
    public async Task Only_an_administrator_finds_failed_sign_ins_and_refusals()
    {
        var account = new AccountPage((await Fixture.HostAsync()).Page);
        await account.RegisterAsync("Ann");
        await account.IsInAsync();
        await account.Page.GotoAsync("/administration");
        await account.IsRefusedAsync("notAllowed");

        var stranger = new AccountPage((await Fixture.HostAsync()).Page);
        await stranger.SignInAsync("Ann", "not her password");
        await stranger.IsRefusedAsync("signInFailed");
        await stranger.Page.EvaluateAsync("() => fetch('/api/quizzes', { headers: { Authorization: 'Bearer nothing' } })");
        await Fixture.OperateAsync("user", "promote", "Ann");

        await account.OpenAsync("Ann");
        await account.At("to-administration").ClickAsync();
        await Assertions.Expect(account.At("refusals")).ToContainTextAsync("token");
        var events = account.At("security-event");
        await Assertions.Expect(events.Filter(new() { HasText = "registered" })).ToHaveCountAsync(1);
        await account.At("event").SelectOptionAsync("signInFailed");
        await account.At("filter").ClickAsync();
        await Assertions.Expect(events).ToHaveCountAsync(1);
        await Assertions.Expect(events).ToContainTextAsync("signInFailed");
        await account.At("since").FillAsync("2999-01-01T00:00");
        await account.At("filter").ClickAsync();
        await Assertions.Expect(account.At("no-events")).ToBeVisibleAsync();
        Assert.Empty(Fixture.Complaints);
    }
}
