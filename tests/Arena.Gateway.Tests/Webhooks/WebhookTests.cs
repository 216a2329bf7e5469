using System.Text.Json;
using Arena.Gateway.Tests.Accounts;
using Arena.Gateway.Tests.Play;
using Arena.Gateway.Webhooks;
using Arena.Storage.Model;
using Arena.TestKit.Clients;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Webhooks;

/// <summary>What the owner of webhooks can do, up to messages that a real server receives.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    private const string Path = "/api/account/webhooks";

    private readonly PlayHost _arena = new(new()
    {
        ["Arena:Webhooks:AllowPrivateNetworks"] = "true",
        ["Arena:Webhooks:MaxEndpoints"] = "2",
        ["Arena:Webhooks:PollMs"] = "10",
    })
    {
        RunsConsumers = true,
    };

    private Browser _ann = null!;
    private WebhookReceiver _receiver = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _receiver = await WebhookReceiver.StartAsync();
        _ann = new(new HttpClient { BaseAddress = _arena.Address });
        await _ann.RegisterAsync("Ann");
    }

    public async ValueTask DisposeAsync()
    {
        _ann.Dispose();
        await _arena.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    [Fact]
    public async Task A_test_message_is_received_with_a_valid_signature_and_its_response_is_listed()
    {
        _receiver.Answer = http => http.Response.WriteAsync("thank you", Cancel);
        var (id, secret) = await MakeAsync();
        await _ann.SendAsync(HttpMethod.Post, $"{Path}/{id}/test", null, 204);
        var received = await _receiver.NextAsync(Cancel);
        Assert.Equal(("POST", "/hook", "application/json; charset=utf-8"), (received.Method, received.Path, received.Headers["content-type"]));
        Assert.True(received.IsSignedBy(secret));
        Assert.False(received.IsSignedBy("whsec_" + Convert.ToBase64String(new byte[32])));
        Assert.Equal("webhook.test", JsonDocument.Parse(received.Body).RootElement.GetProperty("type").GetString());
        var delivery = await DeliveredAsync(id);
        Assert.Equal((received.Id, 1, 200), (
            delivery.GetProperty("messageId").GetString(), delivery.GetProperty("attempts").GetInt32(), delivery.GetProperty("responseCode").GetInt32()));
        Assert.Equal("thank you", delivery.GetProperty("response").GetString());
        Assert.Equal(received.Body, delivery.GetProperty("payload").GetString());
        _receiver.Answer = http => http.Response.WriteAsync("thank you again", Cancel);
        await _ann.SendAsync(HttpMethod.Post, $"{Path}/{id}/deliveries/{delivery.GetProperty("id").GetInt64()}/resend", null, 204);
        Assert.Equal(received.Id, (await _receiver.NextAsync(Cancel)).Id);
        Assert.Equal("thank you again", (await DeliveredAsync(id)).GetProperty("response").GetString());
    }

    [Fact]
    public async Task The_secret_is_shown_once_and_kept_protected_and_a_rotation_signs_with_both()
    {
        var (id, secret) = await MakeAsync();
        Assert.Matches("^whsec_[A-Za-z0-9+/]{43}=$", secret);
        Assert.DoesNotContain(secret[6..], (await _ann.GetAsync(Path)).GetRawText(), StringComparison.Ordinal);
        var exported = (await _ann.GetAsync("/api/account/export")).GetProperty("webhooks");
        Assert.Equal(id, Assert.Single(exported.EnumerateArray()).GetProperty("id").GetGuid());
        Assert.DoesNotContain(secret[6..], exported.GetRawText(), StringComparison.Ordinal);
        await using var context = Context();
        Assert.DoesNotContain(secret[6..], JsonSerializer.Serialize(await context.WebhookEndpoints.SingleAsync(Cancel)), StringComparison.Ordinal);

        var rotated = (await _ann.SendAsync(HttpMethod.Post, $"{Path}/{id}/secret", null, 200)).GetProperty("secret").GetString()!;
        await _ann.SendAsync(HttpMethod.Post, $"{Path}/{id}/test", null, 204);
        var received = await _receiver.NextAsync(Cancel);
        Assert.True(received.IsSignedBy(secret));
        Assert.True(received.IsSignedBy(rotated));
        var until = Assert.Single((await _ann.GetAsync(Path)).EnumerateArray()).GetProperty("previousSecretUntil").GetDateTimeOffset();
        Assert.Equal((_arena.Time.GetUtcNow() + TimeSpan.FromHours(24)).ToUnixTimeMilliseconds(), until.ToUnixTimeMilliseconds());
    }

    [Fact]
    public async Task An_account_has_at_most_so_many_and_they_are_its_own()
    {
        var (id, _) = await MakeAsync();
        await MakeAsync();
        var refused = await _ann.SendAsync(HttpMethod.Post, Path, new { url = _receiver.Url, events = new[] { "game.ended" } }, 409);
        Assert.Equal(("outOfRange", 2), (refused.GetProperty("code").GetString(), refused.GetProperty("limit").GetInt32()));
        using var bob = new Browser(new HttpClient { BaseAddress = _arena.Address });
        await bob.RegisterAsync("Bob");
        Assert.Empty((await bob.GetAsync(Path)).EnumerateArray());
        foreach (var (method, path) in new[] { ("POST", "/secret"), ("POST", "/test"), ("GET", "/deliveries"), ("POST", "/deliveries/1/resend"), ("DELETE", "") })
            Assert.Equal("unknownWebhook", (await bob.SendAsync(new(method), $"{Path}/{id}{path}", null, 404)).GetProperty("code").GetString());
        await _ann.SendAsync(HttpMethod.Delete, $"{Path}/{id}", null, 204);
        Assert.Single((await _ann.GetAsync(Path)).EnumerateArray());
    }

    [Fact]
    public async Task A_webhook_can_be_disabled_and_goes_with_its_account()
    {
        var (id, _) = await MakeAsync();
        var changed = await _ann.SendAsync(HttpMethod.Put, $"{Path}/{id}", new { url = _receiver.Url, events = new[] { "game.started", "game.ended" }, isEnabled = false }, 200);
        Assert.Equal("owner", changed.GetProperty("disabledReason").GetString());
        Assert.Equal("webhookDisabled", (await _ann.SendAsync(HttpMethod.Post, $"{Path}/{id}/test", null, 409)).GetProperty("code").GetString());
        changed = await _ann.SendAsync(HttpMethod.Put, $"{Path}/{id}", new { url = _receiver.Url, events = new[] { "game.ended" } }, 200);
        Assert.False(changed.TryGetProperty("disabledAt", out _));
        await _ann.SendAsync(HttpMethod.Post, "/api/account/deletion", new { password = Browser.Password }, 204);
        await using var context = Context();
        Assert.Empty(await context.WebhookEndpoints.ToListAsync(Cancel));
    }

    [Theory]
    [InlineData("https://example.org/hook?key=1", false, true)]
    [InlineData("http://example.org/hook", false, false)]
    [InlineData("https://localhost/hook", false, false)]
    [InlineData("https://127.0.0.1/hook", false, false)]
    [InlineData("https://2130706433/hook", false, false)]
    [InlineData("https://[::ffff:10.0.0.1]/hook", false, false)]
    [InlineData("https://169.254.169.254/latest", false, false)]
    [InlineData("https://ann:secret@example.org/", false, false)]
    [InlineData("ftp://example.org/", true, false)]
    [InlineData("example.org", true, false)]
    [InlineData("http://10.0.0.1:8080/hook", true, true)]
    public void A_URL_is_of_https_and_public_unless_the_operator_allows_more(string url, bool allowsPrivate, bool isGood) =>
        Assert.Equal(isGood, WebhookUrl.Read(url, allowsPrivate) is not null);

    [Theory]
    [InlineData("""{"url":"https://example.org"}""", "invalidMessage")]
    [InlineData("""{"url":"https://example.org","events":[]}""", "invalidMessage")]
    [InlineData("""{"url":"https://example.org","events":["webhook.test"]}""", "invalidMessage")]
    [InlineData("""{"url":"nowhere","events":["game.ended"]}""", "webhookUrlInvalid")]
    public async Task What_is_no_webhook_is_refused_with_a_code(string body, string code) => Assert.Equal(
        code, (await _ann.SendAsync(HttpMethod.Post, Path, JsonDocument.Parse(body).RootElement, 400)).GetProperty("code").GetString());

    private async Task<(Guid Id, string Secret)> MakeAsync()
    {
        var made = await _ann.SendAsync(HttpMethod.Post, Path, new { url = _receiver.Url, events = new[] { "game.ended" } }, 201);
        return (made.GetProperty("webhook").GetProperty("id").GetGuid(), made.GetProperty("secret").GetString()!);
    }

    /// <summary>The last delivery, once its result is written.</summary>
    private async Task<JsonElement> DeliveredAsync(Guid id)
    {
        while (true)
        {
            var last = (await _ann.GetAsync($"{Path}/{id}/deliveries")).EnumerateArray().First();
            if (last.GetProperty("status").GetString() == "delivered")
                return last;
            Cancel.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private ArenaDbContext Context() => _arena.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContext();
}
