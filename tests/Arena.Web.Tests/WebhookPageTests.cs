using Arena.TestKit.Clients;

namespace Arena.Web.Tests;

/// <summary>A host's own server is told of a game: from the page of webhooks to a real receiver.</summary>
public sealed class WebhookPageTests(Chromium chromium) : BrowserTest(chromium)
{
    private WebhookReceiver? _receiver;

    [Fact]
    public async Task A_webhook_is_made_tested_and_told_of_a_game_with_a_signature_of_the_secret_that_was_shown()
    {
        _receiver = await WebhookReceiver.StartAsync();
        var host = await Fixture.HostAsync();
        var account = new AccountPage(host.Page);
        await account.RegisterAsync("Dora");
        await account.IsInAsync();
        await host.Page.GotoAsync("/account/webhooks");
        await Assertions.Expect(account.At("no-webhooks")).ToBeVisibleAsync();
        await account.At("webhook-url").FillAsync("ftp://example.org");
        await account.At("webhook-url").PressAsync("Enter");
        await account.IsRefusedAsync("webhookUrlInvalid");
        await account.At("webhook-url").FillAsync(_receiver.Url.ToString());
        await account.At("webhook-url").PressAsync("Enter");
        await Assertions.Expect(account.At("webhook-secret")).ToContainTextAsync("whsec_");
        var secret = await account.At("webhook-secret").InnerTextAsync();

        await account.At("test-webhook").ClickAsync();
        var test = await _receiver.NextAsync(TestContext.Current.CancellationToken);
        Assert.True(test.IsSignedBy(secret));
        await Assertions.Expect(account.At("delivery")).ToHaveAttributeAsync("data-status", "delivered");
        await Assertions.Expect(account.At("delivery")).ToContainTextAsync("204");
        Assert.Empty(await Axe.ViolationsAsync(host.Page, "webhooks"));
        await Screenshots.TakeWholeAsync(host.Page, "webhooks");

        await host.Page.GotoAsync("/host");
        await host.ImportAsync(QuizFile.Small);
        await host.LaunchAsync(questions: 1);
        await (await host.MoreAsync("control-end")).ClickAsync();
        await host.At("end-confirm").ClickAsync();
        await host.SeesAsync("podium");
        var game = await _receiver.NextAsync(TestContext.Current.CancellationToken);
        Assert.True(game.IsSignedBy(secret));
        Assert.Contains("\"game.ended\"", game.Body, StringComparison.Ordinal);

        await host.Page.SetViewportSizeAsync(360, 740);
        await host.Page.GotoAsync("/account/webhooks");
        await account.At("webhook-deliveries").FocusAsync();
        await host.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(account.At("delivery")).ToHaveCountAsync(2);
        Assert.True(await host.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await Screenshots.TakeWholeAsync(host.Page, "webhooks-phone");
        await account.At("remove-webhook").ClickAsync();
        await account.At("remove-webhook-confirm").ClickAsync();
        await Assertions.Expect(account.At("no-webhooks")).ToBeVisibleAsync();
        Assert.Empty(Fixture.Complaints);
    }

    private protected override Task<Fixture> OpenAsync(Chromium chromium) =>
        Fixture.OpenAsync(chromium, new() { ["Arena:Webhooks:AllowPrivateNetworks"] = "true", ["Arena:Webhooks:PollMs"] = "50" });

    private protected override ValueTask CloseAsync() => _receiver?.DisposeAsync() ?? default;
}
