using System.Net.Http.Headers;
using System.Text.Json;
using Arena.Game.Vocabulary;
using Arena.Gateway.Tests.Quizzes;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Accounts;

public sealed class AccountRestTests : IAsyncLifetime
{
    private const string Quiz = """{"arena":1,"title":"Mine","questions":[{"type":"trueFalse","prompt":"?","options":[{"label":"a","correct":true},{"label":"b"}]}]}""";

    private static readonly string Password128 = string.Concat(Enumerable.Range(0, 128).Select(index => (char)('!' + (index * 37 % 90))));

    private AuthoringHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await AuthoringHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Registering_signs_in_under_the_chosen_name()
    {
        using var browser = New();
        var reply = await browser.RegisterAsync("Élodie");
        Assert.Equal(600, reply.GetProperty("expiresIn").GetInt64());
        var account = await browser.GetAsync("/api/account");
        Assert.Equal(("Élodie", false), (account.GetProperty("name").GetString(), account.GetProperty("isAdministrator").GetBoolean()));
        Assert.Empty((await browser.GetAsync("/api/quizzes")).EnumerateArray());
    }

    [Fact]
    [Asvs("3.3.1", "3.3.2", "3.3.4")]
    public async Task The_refresh_token_is_a_cookie_that_no_page_and_no_other_site_can_use()
    {
        using var browser = New();
        var reply = await browser.RegisterAsync("Ann");
        Assert.DoesNotContain(reply.EnumerateObject(), member => member.Name.Contains("refresh", StringComparison.OrdinalIgnoreCase));
        var cookie = Assert.Single(browser.SetCookies, text => text.StartsWith("__Secure-arena-sign-in=", StringComparison.Ordinal));
        var attributes = cookie.Split("; ").Skip(1).Order(StringComparer.Ordinal).ToList();
        var age = Assert.Single(attributes, attribute => attribute.StartsWith("max-age=", StringComparison.Ordinal));
        Assert.InRange(int.Parse(age["max-age=".Length..], System.Globalization.CultureInfo.InvariantCulture), 2_591_940, 2_592_000);
        Assert.Equal(["httponly", "path=/api/account/sessions", "samesite=strict", "secure"], attributes.Except([age]));
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("a very long name that nobody wants")]
    [InlineData("with space")]
    [InlineData("-dash")]
    [InlineData("a\u202Eb\u200B")]
    [InlineData("<script>")]
    [InlineData("")]
    [Asvs("1.3.3")]
    public async Task A_name_that_cannot_be_one_is_refused(string name)
    {
        using var browser = New();
        Assert.Equal("nameInvalid", (await browser.RegisterAsync(name, expected: 400)).Code());
    }

    [Theory]
    [InlineData("Аnn")]
    [InlineData("оса")]
    [InlineData("Αnnα")]
    [InlineData("Admin")]
    [InlineData("ADMINISTRATOR")]
    [InlineData("Αrеnа")]
    [InlineData("Arena")]
    public async Task A_name_that_seems_to_be_another_s_is_given_to_no_account(string name)
    {
        using var browser = New();
        Assert.Equal("nameTaken", (await browser.RegisterAsync(name, expected: 409)).Code());
        await browser.RegisterAsync("Anna");
        Assert.Equal("nameTaken", (await browser.SendAsync(HttpMethod.Put, "/api/account/name", new { name }, 409)).Code());
    }

    [Theory]
    [InlineData("Анна")]
    [InlineData("Yıldız")]
    [InlineData("Ελένη")]
    [InlineData("Élodie")]
    [InlineData("花子")]
    [InlineData("Arenas")]
    public async Task Names_of_all_alphabets_may_be_an_account_s(string name)
    {
        using var browser = New();
        await browser.RegisterAsync(name.Length < 3 ? name + "さん" : name);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("Password123")]
    [InlineData("        ")]
    [InlineData("annabelle.cooper")]
    [InlineData("Annabelle.Cooper123")]
    [InlineData("ArenaQuiz26")]
    [InlineData("quiz1234")]
    [InlineData("aaaaaaaa")]
    [InlineData("Password123!")]
    [InlineData("P@ssw0rd1")]
    [InlineData("letmein123")]
    [InlineData("azertyuiop")]
    [InlineData("motdepasse1")]
    [InlineData("Summer2026!")]
    [InlineData("abcabcabcabc")]
    [Asvs("6.1.2", "6.2.1", "6.2.4", "6.2.5", "6.2.8", "6.2.9", "6.2.11", "6.2.12")]
    public async Task A_password_that_is_guessed_first_is_refused(string password)
    {
        using var browser = New();
        Assert.Equal("passwordTooWeak", (await browser.RegisterAsync("Annabelle.Cooper", password, 400)).Code());
        Assert.Equal("passwordTooWeak", (await browser.RegisterAsync("Annabelle.Cooper", new string('x', 129), 400)).Code());
        await browser.RegisterAsync("Annabelle.Cooper", Password128);
    }

    [Theory]
    [InlineData("Anna")]
    [InlineData("ANNA")]
    [InlineData("Ａｎｎａ")]
    [InlineData("An\u200Bna")]
    public async Task A_name_that_reads_like_another_is_taken(string name)
    {
        using var first = New();
        await first.RegisterAsync("anna");
        using var second = New();
        Assert.Equal("nameTaken", (await second.RegisterAsync(name, expected: 409)).Code());
        Assert.Equal("signInFailed", (await second.SignInAsync(name, "another password", 401)).Code());
        await second.SignInAsync(name);
    }

    [Fact]
    public async Task An_anonymous_author_becomes_the_account_and_keeps_the_quizzes()
    {
        using var client = _host.Stranger();
        var tokens = await client.SendJsonAsync(HttpMethod.Post, "/api/authors", null, 200);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.GetProperty("accessToken").GetString());
        await client.SendJsonAsync(HttpMethod.Post, "/api/quizzes", Quiz, 201);
        using var browser = New();
        browser.AccessToken = tokens.GetProperty("accessToken").GetString();
        await browser.RegisterAsync("Ann");

        Assert.Equal("Mine", (await browser.GetAsync("/api/quizzes"))[0].GetProperty("title").GetString());
        Assert.Equal("invalidToken", (await client.SendJsonAsync(HttpMethod.Get, "/api/quizzes", null, 401)).Code());
        var refresh = $$"""{"refreshToken":{{tokens.GetProperty("refreshToken").GetRawText()}}}""";
        Assert.Equal("invalidToken", (await client.SendJsonAsync(HttpMethod.Post, "/api/authors/refresh", refresh, 401)).Code());
    }

    [Fact]
    [Asvs("6.3.1")]
    public async Task A_refused_sign_in_does_not_reveal_whether_an_account_exists()
    {
        using var ann = New();
        await ann.RegisterAsync("Ann");
        using var author = await _host.AuthorAsync();
        using var browser = New();
        var refusals = new List<string>();
        foreach (var name in (string[])["Ann", "Nobody", "<not a name>", "author-00000000000000000000000000000000"])
            refusals.Add(WithoutTrace(await browser.SignInAsync(name, "wrong password", 401)));
        Assert.Single(refusals.Distinct());
        Assert.Contains("signInFailed", refusals[0], StringComparison.Ordinal);
    }

    [Fact]
    [Asvs("6.2.2", "6.2.3", "7.4.3", "7.5.1")]
    public async Task A_new_password_ends_the_old_one_and_all_other_browsers()
    {
        using var here = New();
        await here.RegisterAsync("Ann");
        using var there = New();
        await there.SignInAsync("Ann");
        Assert.Equal("signInFailed", (await here.SendAsync(HttpMethod.Put, "/api/account/password", new { password = "wrong", newPassword = "another good one" }, 403)).Code());
        Assert.Equal("passwordTooWeak", (await here.SendAsync(HttpMethod.Put, "/api/account/password", new { password = Browser.Password, newPassword = "short" }, 400)).Code());
        await here.SendAsync(HttpMethod.Put, "/api/account/password", new { password = Browser.Password, newPassword = "another good one" }, 204);

        await here.GetAsync("/api/account");
        await there.GetAsync("/api/account", 401);
        await there.RefreshAsync(401);
        await there.SignInAsync("Ann", Browser.Password, 401);
        await there.SignInAsync("Ann", "another good one");
    }

    [Fact]
    public async Task A_name_can_be_changed_to_a_free_one()
    {
        using var ann = New();
        await ann.RegisterAsync("Ann");
        using var bob = New();
        await bob.RegisterAsync("Bob");
        Assert.Equal("nameTaken", (await ann.SendAsync(HttpMethod.Put, "/api/account/name", new { name = "BOB" }, 409)).Code());
        await ann.SendAsync(HttpMethod.Put, "/api/account/name", new { name = "Anna" }, 200);
        await bob.SignInAsync("anna");
        await bob.SignInAsync("Ann", expected: 401);
    }

    [Fact]
    public async Task A_face_is_picked_among_those_that_there_are()
    {
        using var ann = New();
        await ann.RegisterAsync("Ann");
        Assert.False((await ann.GetAsync("/api/account")).TryGetProperty("face", out _));
        Assert.Equal(511, (await ann.SendAsync(HttpMethod.Put, "/api/account/face", new { face = 511 }, 200)).GetProperty("face").GetInt32());
        foreach (var face in (int[])[-1, GameLimits.Faces])
            Assert.Equal("outOfRange", (await ann.SendAsync(HttpMethod.Put, "/api/account/face", new { face }, 400)).Code());
        Assert.Equal(511, (await ann.GetAsync("/api/account/export")).GetProperty("account").GetProperty("face").GetInt32());
        Assert.False((await ann.SendAsync(HttpMethod.Put, "/api/account/face", new { }, 200)).TryGetProperty("face", out _));
    }

    [Fact]
    public async Task A_deleted_account_leaves_nothing_and_its_name_is_free()
    {
        using var ann = New();
        await ann.RegisterAsync("Ann");
        await ann.SendAsync(HttpMethod.Post, "/api/quizzes", JsonDocument.Parse(Quiz).RootElement, 201);
        Assert.Equal("signInFailed", (await ann.SendAsync(HttpMethod.Post, "/api/account/deletion", new { password = "wrong" }, 403)).Code());
        await ann.SendAsync(HttpMethod.Post, "/api/account/deletion", new { password = Browser.Password }, 204);

        await ann.GetAsync("/api/account", 401);
        await ann.SignInAsync("Ann", expected: 401);
        await using (var context = Context())
        {
            Assert.Equal((0, 0, 0), (await context.Users.CountAsync(), await context.Quizzes.CountAsync(), await context.AuthSessions.CountAsync()));
            Assert.Equal(SecurityEvent.Deleted, (await context.SecurityEvents.Where(row => row.UserId != null).OrderBy(row => row.Id).LastAsync()).Event);
        }
        using var other = New();
        await other.RegisterAsync("Ann");
    }

    [Fact]
    public async Task Of_concurrent_deletions_one_deletes_the_account_and_one_event_is_logged()
    {
        using var ann = New();
        await ann.RegisterAsync("Ann");
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            ann.SendAsync(HttpMethod.Post, "/api/account/deletion", new { password = Browser.Password })));
        Assert.Single(answers, answer => (int)answer.StatusCode == 204);
        Assert.All(answers.Where(answer => (int)answer.StatusCode != 204), answer => Assert.Contains((int)answer.StatusCode, (int[])[401, 409]));
        await using var context = Context();
        Assert.Equal(1, await context.SecurityEvents.CountAsync(row => row.Event == SecurityEvent.Deleted));
        Assert.Equal(0, await context.SecurityEvents.CountAsync(row => row.Event == SecurityEvent.ProofFailed));
    }

    [Fact]
    public async Task Of_concurrent_deletions_one_deletes_the_quiz()
    {
        using var ann = New();
        await ann.RegisterAsync("Ann");
        var quiz = (await ann.SendAsync(HttpMethod.Post, "/api/quizzes", JsonDocument.Parse(Quiz).RootElement, 201)).GetProperty("id").GetGuid();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ann.SendAsync(HttpMethod.Delete, $"/api/quizzes/{quiz}", null)));
        Assert.Single(answers, answer => (int)answer.StatusCode == 204);
        Assert.All(answers.Where(answer => (int)answer.StatusCode != 204), answer => Assert.Equal(404, (int)answer.StatusCode));
    }

    [Fact]
    public async Task Of_concurrent_sign_outs_one_event_is_logged()
    {
        using var ann = New();
        await ann.RegisterAsync("Ann");
        using var elsewhere = New();
        await elsewhere.SignInAsync("Ann");
        var other = (await ann.GetAsync("/api/account/sessions")).EnumerateArray().Single(browser => !browser.GetProperty("isCurrent").GetBoolean()).GetProperty("id").GetGuid();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ann.SendAsync(HttpMethod.Delete, $"/api/account/sessions/{other}", null)));
        Assert.Single(answers, answer => (int)answer.StatusCode == 204);
        await using var context = Context();
        Assert.Equal(1, await context.SecurityEvents.CountAsync(row => row.Event == SecurityEvent.SessionRevoked));
    }

    [Fact]
    [Asvs("5.4.1", "5.4.2")]
    public async Task An_export_holds_the_account_and_its_quizzes_and_no_secret()
    {
        using var ann = New();
        await ann.RegisterAsync("Ann");
        await ann.SendAsync(HttpMethod.Post, "/api/quizzes", JsonDocument.Parse(Quiz).RootElement, 201);
        var export = await ann.GetAsync("/api/account/export");

        Assert.Equal("Ann", export.GetProperty("account").GetProperty("name").GetString());
        Assert.Equal("Mine", export.GetProperty("quizzes")[0].GetProperty("title").GetString());
        Assert.Equal(["registered", "exported"], export.GetProperty("securityEvents").EnumerateArray().Select(entry => entry.GetProperty("event").GetString()));
        await using var context = Context();
        var (user, session) = (await context.Users.SingleAsync(), await context.AuthSessions.SingleAsync());
        Assert.DoesNotContain(user.PasswordHash!, export.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(session.RefreshTokenHash, export.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    [Asvs("4.1.2", "4.4.1", "12.2.1")]
    public async Task Passwords_do_not_travel_in_the_clear()
    {
        using var phone = New(address: "203.0.113.7");
        Assert.Equal("httpsRequired", (await phone.RegisterAsync("Ann", expected: 403)).Code());
        Assert.Equal("httpsRequired", (await phone.SignInAsync("Ann", expected: 403)).Code());
    }

    [Fact]
    public async Task Of_two_concurrent_registrations_of_a_name_one_succeeds()
    {
        var browsers = Enumerable.Range(0, 4).Select(_ => New()).ToArray();
        var answers = await Task.WhenAll(browsers.Select(browser => browser.SendAsync(HttpMethod.Post, "/api/account", new { name = "Ann", password = Browser.Password })));
        Assert.Equal([201, 409, 409, 409], answers.Select(answer => (int)answer.StatusCode).Order());
        foreach (var browser in browsers)
            browser.Dispose();
    }

    private Browser New(string? address = null) => new(_host.Stranger()) { Address = address };

    private ArenaDbContext Context() => _host.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContext();

    private static string WithoutTrace(JsonElement problem) =>
        string.Join(", ", problem.EnumerateObject().Where(member => member.Name != "traceId").Select(member => $"{member.Name}={member.Value}"));
}
