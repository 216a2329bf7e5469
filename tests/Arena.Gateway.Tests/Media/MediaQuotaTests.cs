using System.Net;
using System.Text.Json;
using Arena.Gateway.Media.Uploads;
using Arena.Gateway.Tests.Accounts;
using Arena.Gateway.Tests.Quizzes;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Media;

/// <summary>What an author may keep and upload has an end, and a long upload is refused before it is sent.</summary>
public sealed class MediaQuotaTests
{
    [Fact]
    public async Task An_author_lists_and_removes_their_own_and_keeps_so_many_bytes_and_no_more()
    {
        await using var host = await AuthoringHost.StartAsync(("Arena:Media:GuestQuotaBytes", "6000"));
        using var author = await host.AuthorAsync();
        var sound = await author.UploadAsync(MediaSteps.Fixture("sound.mp3"), 201);
        host.Clock.Ahead += TimeSpan.FromMinutes(1);
        var video = await author.UploadAsync(MediaSteps.Fixture("video.webm"), 201);
        var refused = await author.UploadAsync(MediaSteps.Fixture("sound.m4a"), 409);
        Assert.Equal(("mediaQuota", 6_000), (refused.Code(), refused.GetProperty("limit").GetInt32()));

        var listed = await author.SendJsonAsync(HttpMethod.Get, "/api/media", null, 200);
        Assert.Equal([video.Name(), sound.Name()], Names(listed));
        Assert.Equal(
            (2_817 + 2_954, 6_000, false),
            (listed.GetProperty("keptBytes").GetInt32(), listed.GetProperty("quotaBytes").GetInt32(), listed.GetProperty("hasMore").GetBoolean()));
        Assert.Empty(Names(await author.SendJsonAsync(HttpMethod.Get, "/api/media?page=1", null, 200)));

        using var other = await host.AuthorAsync();
        Assert.Empty(Names(await other.SendJsonAsync(HttpMethod.Get, "/api/media", null, 200)));
        Assert.Equal("unknownMedia", (await other.SendJsonAsync(HttpMethod.Delete, $"/api/media/{sound.Name()}", null, 404)).Code());
        await author.SendJsonAsync(HttpMethod.Delete, $"/api/media/{sound.Name()}", null, 204);
        Assert.Equal([video.Name()], Names(await author.SendJsonAsync(HttpMethod.Get, "/api/media", null, 200)));
        await author.UploadAsync(MediaSteps.Fixture("sound.mp3"), 201);

        using var account = new Browser(host.Stranger());
        await account.RegisterAsync("Ann");
        Assert.Equal(1024 * 1024 * 1024, (await account.GetAsync("/api/media")).GetProperty("quotaBytes").GetInt32());
    }

    [Fact]
    public async Task Authors_of_a_network_share_what_may_be_uploaded_in_a_day()
    {
        await using var host = await AuthoringHost.StartAsync(("Arena:Media:UploadedBytesPerDay", "6000"));
        using var author = await host.AuthorAsync();
        using var neighbour = await host.AuthorAsync();
        await author.UploadAsync(MediaSteps.Fixture("sound.mp3"), 201);
        await neighbour.UploadAsync(MediaSteps.Fixture("video.webm"), 201);
        Assert.Equal("dailyStorageSpent", await neighbour.RefusedAsync(MediaSteps.Fixture("sound.m4a"), 429));
        using var elsewhere = await host.AuthorAsync();
        elsewhere.DefaultRequestHeaders.Add(AuthoringHost.AddressHeader, "203.0.113.9");
        await elsewhere.UploadAsync(MediaSteps.Fixture("sound.m4a"), 201);
        host.Clock.Ahead += TimeSpan.FromDays(1);
        await neighbour.UploadAsync(MediaSteps.Fixture("sound.m4a"), 201);
    }

    [Fact]
    public async Task An_upload_of_200_megabytes_is_refused_before_it_is_sent()
    {
        await using var host = await AuthoringHost.StartAsync();
        using var author = await host.AuthorAsync();
        using var body = new CountedBody(200L * 1024 * 1024);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/media") { Content = body };
        request.Headers.ExpectContinue = true;
        using var answer = await author.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(413, (int)answer.StatusCode);
        var refused = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal(("mediaTooLarge", 30 * 1024 * 1024), (refused.Code(), refused.GetProperty("limit").GetInt32()));
        Assert.Equal(0, body.Sent);
        Assert.Empty(host.MediaFiles());
    }

    [Fact]
    public async Task What_waits_for_too_long_a_queue_is_refused_with_when_to_try_again()
    {
        await using var host = await AuthoringHost.StartAsync(("Arena:Media:QueuedReadings", "0"));
        using var author = await host.AuthorAsync();
        using var picture = new ByteArrayContent(Pictures.Halves(20, 20, ".png"));
        using (await host.Services.GetRequiredService<MediaQueue>().EnterAsync(TestContext.Current.CancellationToken))
        {
            using var refused = await author.PostAsync(new Uri("/api/media", UriKind.Relative), picture, TestContext.Current.CancellationToken);
            Assert.Equal(503, (int)refused.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(5), refused.Headers.RetryAfter!.Delta);
        }
        Assert.Empty(host.MediaFiles());
        await author.UploadAsync(Pictures.Halves(20, 20, ".png"), 201);
    }

    private static string[] Names(JsonElement page) => [.. page.GetProperty("media").EnumerateArray().Select(each => each.GetProperty("medium").Name())];

    /// <summary>A body that counts what of it is asked for.</summary>
    private sealed class CountedBody(long length) : HttpContent
    {
        public long Sent { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var part = new byte[64 * 1024];
            for (; Sent < length; Sent += part.Length)
                await stream.WriteAsync(part);
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return true;
        }
    }
}
