using Amazon.S3.Model;
using Arena.Gateway.Media.Sweeping;
using Arena.Gateway.Tests.Quizzes;
using Arena.TestKit.Processes;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Media;

/// <summary>Media in an object store that speaks S3: a real one.</summary>
public sealed class S3Tests(SwiftFixture swift) : IClassFixture<SwiftFixture>, IAsyncLifetime
{
    private readonly string _bucket = $"media-{Guid.NewGuid():N}";

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(SwiftServer.IsInstalled, SwiftServer.Missing);
        await swift.Client.PutBucketAsync(_bucket);
    }

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task Media_are_stored_in_the_bucket_sent_in_parts_and_swept()
    {
        await using var host = await StartAsync();
        using var author = await host.AuthorAsync();
        var video = MediaSteps.Fixture("video.mp4");
        var (clip, picture) = (await author.UploadAsync(video, 201), await author.UploadAsync(Pictures.Halves(800, 400, ".png"), 201));
        Assert.Equal(
            new[] { $"pre/{clip.Name()}/full", $"pre/{picture.Name()}/320", $"pre/{picture.Name()}/640", $"pre/{picture.Name()}/full" }.Order(StringComparer.Ordinal), await KeysAsync());
        Assert.Empty(host.MediaFiles());

        using (var whole = await author.MediumAsync(clip.Name()))
        {
            Assert.Equal("video/mp4", $"{whole.Content.Headers.ContentType}");
            Assert.Equal(video, await whole.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
        using (var part = await author.MediumAsync(clip.Name(), "bytes=100-199"))
        {
            Assert.Equal(206, (int)part.StatusCode);
            Assert.Equal(video[100..200], await part.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
        using (var smaller = await author.MediumAsync($"{picture.Name()}/320"))
            Assert.Equal((320, 160), Pictures.Size(await smaller.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
        await author.UploadAsync(video, 200);

        host.Clock.Ahead += TimeSpan.FromDays(2);
        Assert.Equal(2, await host.Services.GetRequiredService<MediaSweep>().RunAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await KeysAsync());
        using var gone = await author.MediumAsync(clip.Name());
        Assert.Equal(404, (int)gone.StatusCode);
    }

    [Theory]
    [InlineData("Arena:Media:S3:SecretKey", "wrong")]
    [InlineData("Arena:Media:S3:Bucket", "no-such-bucket")]
    [InlineData("Arena:Media:S3:Endpoint", "http://127.0.0.1:9")]
    public async Task A_store_that_refuses_or_is_down_is_said_by_a_code(string key, string value)
    {
        await using var host = await StartAsync((key, value));
        using var author = await host.AuthorAsync();
        Assert.Equal("mediaStoreUnavailable", await author.RefusedAsync(MediaSteps.Fixture("video.mp4"), 503));
        Assert.Empty(host.MediaFiles());
        Assert.Empty(await KeysAsync());
    }

    private Task<AuthoringHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string>
        {
            ["Arena:Media:Store"] = "s3",
            ["Arena:Media:S3:Endpoint"] = swift.Server.Endpoint.AbsoluteUri,
            ["Arena:Media:S3:Bucket"] = _bucket,
            ["Arena:Media:S3:Prefix"] = "pre/",
            ["Arena:Media:S3:AccessKey"] = SwiftServer.AccessKey,
            ["Arena:Media:S3:SecretKey"] = SwiftServer.SecretKey,
            ["Arena:Media:S3:Region"] = SwiftServer.Region,
        };
        foreach (var (key, value) in settings)
            all[key] = value;
        return AuthoringHost.StartAsync([.. all.Select(setting => (setting.Key, setting.Value))]);
    }

    private async Task<IEnumerable<string>> KeysAsync() =>
        ((await swift.Client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = _bucket })).S3Objects ?? []).Select(found => found.Key).Order(StringComparer.Ordinal);
}
