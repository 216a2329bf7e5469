using System.Text.Json;

namespace Arena.Web.Tests;

/// <summary>Accounts, as people meet them.</summary>
public sealed class AccountTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_new_account_keeps_the_quizzes_of_the_browser_and_shows_them_on_another()
    {
        var first = await Fixture.HostAsync();
        await first.ImportAsync(QuizFile.Small);
        await first.At("sign-in-link").ClickAsync();
        await first.At("account-other").ClickAsync();
        var account = new AccountPage(first.Page);
        await account.RegisterAsync("Agnes");
        await account.IsInAsync();
        await Assertions.Expect(first.At("quiz")).ToHaveCountAsync(1);
        await first.Page.ReloadAsync();
        await Assertions.Expect(first.At("quiz")).ToHaveCountAsync(1);

        var second = await Fixture.HostAsync();
        var elsewhere = new AccountPage(second.Page);
        await elsewhere.SignInAsync("agnes", "not her password");
        await elsewhere.IsRefusedAsync("signInFailed");
        await elsewhere.SignInAsync("agnes");
        await Assertions.Expect(second.At("quiz")).ToHaveCountAsync(1);
        var code = await second.LaunchAsync(questions: 1);
        Assert.Equal(6, code.Length);
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    [Asvs("6.2.2", "7.4.4", "7.5.2")]
    public async Task The_owner_changes_the_name_and_the_password_and_signs_other_browsers_out()
    {
        var (here, there) = (new AccountPage((await Fixture.HostAsync()).Page), new AccountPage((await Fixture.HostAsync()).Page));
        await here.RegisterAsync("Berta");
        await here.IsInAsync();
        await there.SignInAsync("Berta");
        await there.IsInAsync();

        await here.OpenAsync("Berta");
        await Assertions.Expect(here.Browsers).ToHaveCountAsync(2);
        await here.At("end-sign-in").ClickAsync();
        await Assertions.Expect(here.Browsers).ToHaveCountAsync(1);
        await there.Page.GotoAsync("/account");
        await Assertions.Expect(there.At("account-submit")).ToBeVisibleAsync();

        var drawn = await here.At("face").InnerHTMLAsync();
        await here.Page.RunAndWaitForResponseAsync(() => here.At("face-eyes").ClickAsync(), answer => answer.Url.EndsWith("/api/account/face", StringComparison.Ordinal));
        await here.Page.ReloadAsync();
        await here.UnfoldAsync();
        await Assertions.Expect(here.At("face")).ToBeVisibleAsync();
        Assert.NotEqual(drawn, await here.At("face").InnerHTMLAsync());

        await here.At("new-name").FillAsync("x");
        await here.At("rename").ClickAsync();
        await here.IsRefusedAsync("nameInvalid");
        await here.At("new-name").FillAsync("Bertha");
        await here.At("rename").ClickAsync();
        await Assertions.Expect(here.At("name-section-done")).ToBeVisibleAsync();
        await Assertions.Expect(here.At("account-is")).ToContainTextAsync("Bertha");

        await here.At("new-password").FillAsync("password1");
        await here.At("change-password").ClickAsync();
        await Assertions.Expect(here.At("present-password-missing")).ToHaveTextAsync("Please fill this in.");
        await Assertions.Expect(here.At("present-password")).ToBeFocusedAsync();
        await here.At("present-password").FillAsync("not her password");
        await here.At("change-password").ClickAsync();
        await here.IsRefusedAsync("signInFailed");
        await Assertions.Expect(here.At("refusal")).ToHaveTextAsync("Your current password is wrong.");
        await here.At("present-password").FillAsync(AccountPage.Password);
        await here.At("change-password").ClickAsync();
        await here.IsRefusedAsync("passwordTooWeak");
        await here.At("new-password").FillAsync("battery staple horse");
        await here.At("change-password").ClickAsync();
        await Assertions.Expect(here.At("password-section-done")).ToBeVisibleAsync();

        await here.At("sign-out").ClickAsync();
        await Assertions.Expect(here.At("account-submit")).ToBeVisibleAsync();
        await here.SignInAsync("Bertha", "battery staple horse");
        await here.IsInAsync();
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task The_owner_takes_the_data_along_and_deletes_the_account()
    {
        var account = new AccountPage((await Fixture.HostAsync()).Page);
        await account.RegisterAsync("Clara");
        await account.IsInAsync();
        await account.OpenAsync("Clara");
        var download = await account.Page.RunAndWaitForDownloadAsync(() => account.At("export-account").ClickAsync());
        Assert.Equal("arena-account.json", download.SuggestedFilename);
        await using (var file = await download.CreateReadStreamAsync())
        {
            var export = await JsonDocument.ParseAsync(file, cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal("Clara", export.RootElement.GetProperty("account").GetProperty("name").GetString());
        }

        await account.At("delete-account").ClickAsync();
        await account.At("delete-password").FillAsync("not her password");
        await account.At("delete-confirm").ClickAsync();
        await account.IsRefusedAsync("signInFailed");
        await account.At("delete-password").FillAsync(AccountPage.Password);
        await account.At("delete-confirm").ClickAsync();
        await Assertions.Expect(account.At("code-input")).ToBeVisibleAsync();
        await account.SignInAsync("Clara");
        await account.IsRefusedAsync("signInFailed");
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task Who_forgot_the_password_sets_a_new_one_by_an_operators_link_once()
    {
        var here = new AccountPage((await Fixture.HostAsync()).Page);
        await here.RegisterAsync("Dora");
        await here.IsInAsync();
        var link = await ResetLinkAsync("dora");

        var there = new AccountPage((await Fixture.HostAsync()).Page);
        await there.Page.GotoAsync(link);
        await there.At("new-password").FillAsync("short");
        await there.At("reset-submit").ClickAsync();
        await there.IsRefusedAsync("passwordTooWeak");
        Assert.DoesNotContain("#", there.Page.Url, StringComparison.Ordinal);
        await there.At("new-password").FillAsync("battery staple horse");
        await there.At("reset-submit").ClickAsync();
        await Assertions.Expect(there.At("reset-done")).ToBeVisibleAsync();
        await there.SignInAsync("Dora", "battery staple horse");
        await there.IsInAsync();
        await here.Page.GotoAsync("/account");
        await Assertions.Expect(here.At("account-submit")).ToBeVisibleAsync();

        await here.Page.GotoAsync(link);
        await here.At("new-password").FillAsync("yet another good one");
        await here.At("reset-submit").ClickAsync();
        await here.IsRefusedAsync("linkInvalid");
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    [Asvs("3.3.4", "14.3.1", "14.3.3")]
    public async Task Page_scripts_cannot_read_the_session_and_two_tabs_stay_signed_in()
    {
        var account = new AccountPage((await Fixture.HostAsync()).Page);
        await account.RegisterAsync("Edith");
        await account.IsInAsync();
        var kept = await account.Page.EvaluateAsync<string>("() => document.cookie + JSON.stringify(localStorage) + JSON.stringify(sessionStorage)");
        Assert.DoesNotContain("CfDJ8", kept, StringComparison.Ordinal);
        var cookies = await account.Page.Context.CookiesAsync();
        Assert.All(cookies, cookie => Assert.True(cookie is { HttpOnly: true, Secure: true, SameSite: SameSiteAttribute.Strict }, cookie.Name));

        // Each page asks for an access token of its own as it opens: both with the same cookie.
        var other = await account.Page.Context.NewPageAsync();
        for (var again = 0; again < 5; again++)
        {
            await Task.WhenAll(account.Page.GotoAsync("/account"), other.GotoAsync("/account"));
            await Assertions.Expect(account.At("account-is")).ToBeVisibleAsync();
            await Assertions.Expect(other.GetByTestId("account-is")).ToBeVisibleAsync();
        }
        Assert.Empty(Fixture.Complaints);
    }

    /// <summary>What the operator's program prints.</summary>
    private async Task<string> ResetLinkAsync(string name) =>
        (await Fixture.OperateAsync("user", "reset", name, "--url", Fixture.Arena.Address.ToString())).Trim().Split('\n')[^1].Trim();

    [Fact]
    [Asvs("1.1.2", "1.2.1", "1.2.3", "1.3.2", "1.3.7", "3.2.2", "3.4.3")]
    public async Task No_script_and_no_style_runs_that_the_build_did_not_name()
    {
        var player = await Fixture.PlayerAsync();
        var page = await player.Page.GotoAsync("/");
        await Assertions.Expect(player.At("code-input")).ToBeVisibleAsync();
        var policy = await page!.HeaderValueAsync("Content-Security-Policy");
        Assert.StartsWith(await player.Page.Locator("meta[http-equiv='content-security-policy']").GetAttributeAsync("content") ?? "none", policy, StringComparison.Ordinal);
        Assert.Contains("require-trusted-types-for 'script'; trusted-types svelte-trusted-html", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("object-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("base-uri 'none'", policy, StringComparison.Ordinal);
        var ran = await player.Page.EvaluateAsync<JsonElement>(
            """
            async () => {
              const violations = [];
              document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => violations.push(effectiveDirective));
              const refused = (inject) => { try { inject(); return 0; } catch (error) { return error instanceof TypeError ? 1 : 0; } };
              const add = (name, change) => { const element = document.createElement(name); change(element); document.body.append(element); };
              const markup = '<img src="data:," onerror="window.injected = 1">';
              const trusted =
                refused(() => (document.body.innerHTML = markup)) +
                refused(() => document.createRange().createContextualFragment(markup)) +
                refused(() => add('script', (script) => (script.text = 'window.injected = 2'))) +
                refused(() => add('script', (script) => (script.src = 'https://elsewhere.invalid/x.js'))) +
                refused(() => add('img', (image) => image.setAttribute('onerror', 'window.injected = 3'))) +
                refused(() => trustedTypes.createPolicy('of-an-attacker', { createHTML: (html) => html })) +
                refused(() => setTimeout('window.injected = 4'));
              add('style', (style) => (style.textContent = 'body { outline: 3px solid red; }'));
              const fetched = await fetch('https://elsewhere.invalid/').then(() => true, () => false);
              await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
              return { injected: window.injected ?? 0, fetched, trusted, outline: getComputedStyle(document.body).outlineStyle, violations };
            }
            """);
        Assert.Equal(0, ran.GetProperty("injected").GetInt32());
        Assert.False(ran.GetProperty("fetched").GetBoolean());
        Assert.Equal("none", ran.GetProperty("outline").GetString());
        var violations = ran.GetProperty("violations").EnumerateArray().Select(violation => violation.GetString()).ToHashSet();
        Assert.Superset(new HashSet<string?> { "require-trusted-types-for", "trusted-types", "style-src-elem", "connect-src" }, violations);
        Assert.Equal(7, ran.GetProperty("trusted").GetInt32());
    }
}
