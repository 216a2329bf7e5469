using System.Text.Json;
using Arena.Gateway.Tests.Quizzes;
using Arena.Storage.Model;
using Arena.TestKit.Clients;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Accounts;

public sealed class SecondFactorTests : IAsyncLifetime
{
    private const string Route = "/api/account/second-factor";

    private AuthoringHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await AuthoringHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    [Asvs("6.1.3", "6.3.4", "7.4.3")]
    public async Task The_password_alone_does_not_sign_in_once_an_app_is_confirmed()
    {
        using var ann = New();
        var (key, _) = await SetUpAsync(ann);
        Assert.True((await ann.GetAsync("/api/account")).GetProperty("hasSecondFactor").GetBoolean());

        using var elsewhere = New();
        Assert.Equal("signInFailed", (await elsewhere.SignInAsync("Ann", "wrong password", 401)).Code());
        Assert.Equal("secondFactorRequired", (await elsewhere.SignInAsync("Ann", expected: 401)).Code());
        Assert.Equal("codeInvalid", (await SignInAsync(elsewhere, "000000", 401)).Code());
        await SignInAsync(elsewhere, AppCode.Of(key, step: 1), 201);
    }

    [Fact]
    [Asvs("6.4.4", "6.5.1")]
    public async Task A_code_and_a_recovery_code_work_only_once()
    {
        using var ann = New();
        var (key, codes) = await SetUpAsync(ann);
        Assert.Equal(10, codes.Distinct().Count());
        using var elsewhere = New();
        var code = AppCode.Of(key, step: 1);
        await SignInAsync(elsewhere, code, 201);
        Assert.Equal("codeInvalid", (await SignInAsync(elsewhere, code, 401)).Code());
        await SignInAsync(elsewhere, codes[3].ToLowerInvariant(), 201);
        Assert.Equal("codeInvalid", (await SignInAsync(elsewhere, codes[3], 401)).Code());
    }

    [Fact]
    [Asvs("6.5.1")]
    public async Task A_code_ends_those_before_it_and_stays_used_after_the_next()
    {
        using var ann = New();
        var (key, _) = await SetUpAsync(ann);
        using var elsewhere = New();
        var (present, next) = (AppCode.Of(key), AppCode.Of(key, step: 1));
        await SignInAsync(elsewhere, next, 201);
        Assert.Equal("codeInvalid", (await SignInAsync(elsewhere, present, 401)).Code());
        Assert.Equal("codeInvalid", (await SignInAsync(elsewhere, next, 401)).Code());
    }

    [Fact]
    public async Task Codes_cannot_be_guessed_with_a_known_password()
    {
        using var ann = New();
        await SetUpAsync(ann);
        using var thief = New();
        for (var guess = 0; guess < 5; guess++)
            Assert.Equal("codeInvalid", (await SignInAsync(thief, $"00000{guess}", 401)).Code());
        Assert.Equal("tooFast", (await SignInAsync(thief, "000006", 429)).Code());
    }

    [Fact]
    [Asvs("6.5.2", "6.5.3", "6.5.4")]
    public async Task The_database_holds_neither_the_key_nor_a_recovery_code()
    {
        using var ann = New();
        var (key, codes) = await SetUpAsync(ann);
        await using var context = _host.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContext();
        var row = await context.Users.SingleAsync();
        Assert.DoesNotContain(key, row.AuthenticatorKey, StringComparison.Ordinal);
        Assert.All(codes, code => Assert.DoesNotContain(code, row.RecoveryCodes, StringComparison.Ordinal));
        Assert.Equal(10, row.RecoveryCodes!.Split(' ').Length);
    }

    [Fact]
    [Asvs("7.5.1")]
    public async Task Setting_up_and_removing_take_the_password_and_the_app_has_to_show_that_it_works()
    {
        using var ann = New();
        await ann.RegisterAsync("Ann");
        Assert.Equal("signInFailed", (await ann.SendAsync(HttpMethod.Post, $"{Route}/setup", new { password = "wrong password" }, 403)).Code());
        await ann.SendAsync(HttpMethod.Post, $"{Route}/setup", new { password = Browser.Password }, 200);
        Assert.Equal("codeInvalid", (await ann.SendAsync(HttpMethod.Post, Route, new { code = "000000" }, 403)).Code());
        using (var elsewhere = New())
            await elsewhere.SignInAsync("Ann");

        var key = (await ann.SendAsync(HttpMethod.Post, $"{Route}/setup", new { password = Browser.Password }, 200)).GetProperty("key").GetString()!;
        await ann.SendAsync(HttpMethod.Post, Route, new { code = AppCode.Of(key) }, 200);
        Assert.Equal("notNow", (await ann.SendAsync(HttpMethod.Post, $"{Route}/setup", new { password = Browser.Password }, 409)).Code());
        Assert.Equal("signInFailed", (await ann.SendAsync(HttpMethod.Post, $"{Route}/removal", new { password = "wrong password" }, 403)).Code());
        await ann.SendAsync(HttpMethod.Post, $"{Route}/removal", new { password = Browser.Password }, 204);
        using var again = New();
        await again.SignInAsync("Ann");
    }

    private Browser New() => new(_host.Stranger());

    private static Task<JsonElement> SignInAsync(Browser browser, string code, int expected) =>
        browser.SendAsync(HttpMethod.Post, "/api/account/sessions", new { name = "Ann", password = Browser.Password, code }, expected);

    private static async Task<(string Key, IReadOnlyList<string> Codes)> SetUpAsync(Browser browser)
    {
        await browser.RegisterAsync("Ann");
        var setup = await browser.SendAsync(HttpMethod.Post, $"{Route}/setup", new { password = Browser.Password }, 200);
        var key = setup.GetProperty("key").GetString()!;
        Assert.Contains($"secret={key}", setup.GetProperty("uri").GetString(), StringComparison.Ordinal);
        var confirmed = await browser.SendAsync(HttpMethod.Post, Route, new { code = AppCode.Of(key) }, 200);
        return (key, [.. confirmed.GetProperty("codes").EnumerateArray().Select(code => code.GetString()!)]);
    }
}
