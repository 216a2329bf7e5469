using Arena.TestKit.Clients;


namespace Arena.Web.Tests;

/// <summary>What proves an account beside its password.</summary>
public sealed class FactorTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task An_app_is_set_up_and_from_then_on_its_code_is_asked_for()
    {
        var account = new AccountPage((await Fixture.HostAsync()).Page);
        await account.RegisterAsync("Frida");
        await account.IsInAsync();
        await account.OpenAsync("Frida");
        await account.At("second-factor-password").FillAsync(AccountPage.Password);
        await account.At("second-factor-go").ClickAsync();
        var key = await account.At("authenticator-key").InnerTextAsync();
        await account.At("second-factor-code").FillAsync("000000");
        await account.At("second-factor-confirm").ClickAsync();
        await account.IsRefusedAsync("codeInvalid");
        await account.At("second-factor-code").FillAsync(AppCode.Of(key));
        await account.At("second-factor-confirm").ClickAsync();
        await Assertions.Expect(account.At("recovery-codes").Locator("li")).ToHaveCountAsync(10);
        var recovery = await account.At("recovery-codes").Locator("li").First.InnerTextAsync();

        var elsewhere = new AccountPage((await Fixture.HostAsync()).Page);
        await elsewhere.SignInAsync("Frida");
        await elsewhere.IsRefusedAsync("secondFactorRequired");
        await elsewhere.At("account-code").FillAsync(AppCode.Of(key, step: 1));
        await elsewhere.At("account-submit").ClickAsync();
        await elsewhere.IsInAsync();

        var without = new AccountPage((await Fixture.HostAsync()).Page);
        await without.SignInAsync("Frida");
        await without.At("account-code").FillAsync(recovery);
        await without.At("account-submit").ClickAsync();
        await without.IsInAsync();
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    [Asvs("6.1.3", "6.3.4")]
    public async Task A_passkey_signs_in_without_a_name_or_a_password_until_it_is_deleted()
    {
        // Passkeys are for host names: an address has none.
        var account = new AccountPage((await Fixture.HostAsync("localhost")).Page);
        var device = await VirtualAuthenticator.PlugInAsync(account.Page);
        await account.RegisterAsync("Greta");
        await account.IsInAsync();
        await account.OpenAsync("Greta");
        await account.At("passkey-name").FillAsync("My key");
        await account.At("passkey-password").FillAsync("not her password");
        await account.At("passkey-add").ClickAsync();
        await account.IsRefusedAsync("signInFailed");
        await account.At("passkey-password").FillAsync(AccountPage.Password);
        await account.At("passkey-add").ClickAsync();
        await Assertions.Expect(account.At("passkey")).ToContainTextAsync("My key");
        Assert.Equal(1, await device.PasskeysAsync());
        await account.At("sign-out").ClickAsync();

        await device.RecognisesAsync(false);
        await account.At("sign-in-passkey").ClickAsync();
        await account.IsRefusedAsync("passkeyRefused");
        await device.RecognisesAsync(true);
        await account.At("sign-in-passkey").ClickAsync();
        await account.IsInAsync();

        await account.OpenAsync("Greta");
        await account.At("passkey-remove").ClickAsync();
        await account.At("passkey-remove-password").FillAsync(AccountPage.Password);
        await account.At("passkey-remove-confirm").ClickAsync();
        await Assertions.Expect(account.At("passkey")).ToHaveCountAsync(0);
        await account.At("sign-out").ClickAsync();
        await account.At("sign-in-passkey").ClickAsync();
        await account.IsRefusedAsync("passkeyRefused");
        Assert.Empty(Fixture.Complaints);
    }
}
