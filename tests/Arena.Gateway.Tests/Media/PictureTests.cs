using System.Text;
using Arena.Gateway.Tests.Quizzes;
using NetVips;

namespace Arena.Gateway.Tests.Media;

/// <summary>Pictures are recognised by their content, and stored as new pictures of a few sizes.</summary>
public sealed class PictureTests : IAsyncLifetime
{
    private AuthoringHost _host = null!;
    private HttpClient _author = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await AuthoringHost.StartAsync();
        _author = await _host.AuthorAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _author.Dispose();
        await _host.DisposeAsync();
    }

    [Theory]
    [InlineData(".jpg")]
    [InlineData(".png")]
    [InlineData(".webp")]
    [InlineData(".avif")]
    [InlineData(".gif")]
    public async Task A_picture_of_each_format_is_stored_in_a_few_sizes_and_sent_as_what_it_is(string format)
    {
        var made = await _author.UploadAsync(Pictures.Halves(800, 400, format), 201, "text/html");
        Assert.Equal(("picture", 800, 400), (made.GetProperty("kind").GetString(), made.GetProperty("width").GetInt32(), made.GetProperty("height").GetInt32()));
        Assert.Equal([320, 640], made.GetProperty("widths").EnumerateArray().Select(width => width.GetInt32()));
        Assert.False(made.TryGetProperty("seconds", out _));
        Assert.Matches("^[0-9a-f]{32}$", made.Name());

        using var stranger = _host.Stranger();
        foreach (var (path, size) in new[] { (made.Name(), (800, 400)), ($"{made.Name()}/640", (640, 320)), ($"{made.Name()}/320", (320, 160)) })
        {
            using var sent = await stranger.MediumAsync(path);
            Assert.Equal(200, (int)sent.StatusCode);
            Assert.Equal("image/webp", sent.Content.Headers.ContentType!.ToString());
            Assert.Equal("public, max-age=31536000, immutable", Assert.Single(sent.Headers.NonValidated["Cache-Control"]));
            Assert.Equal("nosniff", Assert.Single(sent.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("default-src 'none'; sandbox", Assert.Single(sent.Headers.GetValues("Content-Security-Policy")));
            Assert.Equal("inline", $"{sent.Content.Headers.ContentDisposition}");
            Assert.False(sent.Headers.ETag!.IsWeak);
            var picture = await sent.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            Assert.Equal(size, Pictures.Size(picture));
            Assert.True(Pictures.At(picture, size.Item1 / 4, 10) is [> 200, < 60, < 60, ..] && Pictures.At(picture, size.Item1 * 3 / 4, 10) is [< 60, < 60, > 200, ..]);
            using var unchanged = await stranger.MediumAsync(path, ifNoneMatch: $"{sent.Headers.ETag}");
            Assert.Equal(304, (int)unchanged.StatusCode);
        }
        foreach (var unknown in (string[])[$"{made.Name()}/1280", $"{made.Name()}/321", new string('0', 32), "..%2Farena.db", made.Name().ToUpperInvariant()])
        {
            using var absent = await stranger.MediumAsync(unknown);
            Assert.Equal(404, (int)absent.StatusCode);
            Assert.Equal("no-store", $"{absent.Headers.CacheControl}");
        }
    }

    [Fact]
    public async Task The_same_picture_is_one_object_for_all_and_an_upload_leaves_nothing_beside_it()
    {
        var picture = Pictures.Halves(100, 50, ".png");
        var first = await _author.UploadAsync(picture, 201);
        var again = await _author.UploadAsync(picture, 200);
        using var other = await _host.AuthorAsync();
        var theirs = await other.UploadAsync(picture, 201);
        Assert.Equal(first.GetRawText(), again.GetRawText());
        Assert.Equal(first.GetRawText(), theirs.GetRawText());
        Assert.Equal("full", Path.GetFileName(Assert.Single(_host.MediaFiles())));
    }

    [Fact]
    public async Task What_is_beside_the_picture_is_left_behind_and_the_picture_is_turned_as_it_is_looked_at()
    {
        var photo = Pictures.Halves(80, 40, ".jpg", image =>
        {
            image.Set(GValue.GStrType, "exif-ifd0-Make", "Spy");
            image.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "48/1 51/1 24/1");
            image.Set(GValue.GIntType, "orientation", 6);
        });
        Assert.Contains("exif-data", Pictures.Fields(photo));
        // A picture and an archive with a page at once.
        byte[] polyglot = [.. photo, .. Encoding.ASCII.GetBytes("PK\u0003\u0004<html><script>alert(1)</script>")];
        var made = await _author.UploadAsync(polyglot, 201);
        var stored = await _author.GetByteArrayAsync(new Uri($"/media/{made.Name()}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.DoesNotContain(Pictures.Fields(stored), field => field.Contains("exif", StringComparison.Ordinal) || field.Contains("xmp", StringComparison.Ordinal));
        Assert.DoesNotContain("script", Encoding.Latin1.GetString(stored), StringComparison.Ordinal);
        Assert.DoesNotContain("Spy", Encoding.Latin1.GetString(stored), StringComparison.Ordinal);
        Assert.Equal((40, 80), Pictures.Size(stored));
        Assert.True(Pictures.At(stored, 20, 10) is [> 200, < 80, < 80, ..], "The left of the file is the top of the picture.");
    }

    [Fact]
    public async Task Of_an_animation_the_first_picture_is_kept()
    {
        var made = await _author.UploadAsync(Pictures.Animation(60, 30), 201);
        var stored = await _author.GetByteArrayAsync(new Uri($"/media/{made.Name()}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal((60, 30), Pictures.Size(stored));
        Assert.True(Pictures.At(stored, 30, 15) is [> 200, < 60, < 60, ..]);
    }

    [Fact]
    public async Task A_large_picture_is_kept_no_larger_than_screens_are()
    {
        var made = await _author.UploadAsync(Pictures.Halves(3_000, 2_000, ".jpg"), 201);
        Assert.Equal((2_560, 1_707), (made.GetProperty("width").GetInt32(), made.GetProperty("height").GetInt32()));
        Assert.Equal([320, 640, 1_280], made.GetProperty("widths").EnumerateArray().Select(width => width.GetInt32()));
    }

    [Fact]
    public async Task A_medium_is_the_upload_of_its_author_alone()
    {
        using var stranger = _host.Stranger();
        var refused = await stranger.UploadAsync(Pictures.Halves(20, 20, ".png"), 401);
        Assert.Equal("invalidToken", refused.Code());
    }
}
