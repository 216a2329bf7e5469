using System.Globalization;
using System.Text;
using Arena.Gateway.Tests.Quizzes;

namespace Arena.Gateway.Tests.Media;

/// <summary>Sounds and videos are read to their ends, and stored and sent as they are.</summary>
public sealed class RecordingTests : IAsyncLifetime
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

    public static TheoryData<string> Files => ["sound.mp3", "vorbis.ogg", "opus.ogg", "sound.m4a", "video.mp4", "video.webm", "live.webm"];

    [Theory]
    [InlineData("sound.mp3", "audio", "audio/mpeg")]
    [InlineData("vorbis.ogg", "audio", "audio/ogg")]
    [InlineData("opus.ogg", "audio", "audio/ogg")]
    [InlineData("sound.m4a", "audio", "audio/mp4")]
    [InlineData("video.mp4", "video", "video/mp4")]
    [InlineData("video.webm", "video", "video/webm")]
    [InlineData("live.webm", "video", "video/webm")]
    public async Task A_recording_is_known_by_its_content_and_sent_as_it_is(string file, string kind, string contentType)
    {
        var whole = MediaSteps.Fixture(file);
        var made = await _author.UploadAsync(whole, 201, "text/html");
        Assert.Equal((kind, 2, whole.Length, 0), (made.GetProperty("kind").GetString(), made.GetProperty("seconds").GetInt32(), made.GetProperty("bytes").GetInt32(), made.GetProperty("widths").GetArrayLength()));
        Assert.Equal(kind == "video", made.TryGetProperty("width", out var width) && width.GetInt32() == 64 && made.GetProperty("height").GetInt32() == 48);
        using var stranger = _host.Stranger();
        using var sent = await stranger.MediumAsync(made.Name());
        Assert.Equal(contentType, $"{sent.Content.Headers.ContentType}");
        Assert.Equal("bytes", Assert.Single(sent.Headers.AcceptRanges));
        Assert.Equal(whole, await sent.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        using var size = await stranger.MediumAsync($"{made.Name()}/320");
        Assert.Equal(404, (int)size.StatusCode);
    }

    [Theory]
    [InlineData("bytes=0-9", 206, 0, 10)]
    [InlineData("bytes=100-", 206, 100, null)]
    [InlineData("bytes=-5", 206, -5, 5)]
    [InlineData("bytes=999999-", 416, 0, 0)]
    public async Task A_part_of_a_recording_is_sent_to_a_player_that_asks_for_it(string range, int status, int from, int? count)
    {
        var whole = MediaSteps.Fixture("video.mp4");
        var made = await _author.UploadAsync(whole, 201);
        using var sent = await _author.MediumAsync(made.Name(), range);
        Assert.Equal(status, (int)sent.StatusCode);
        if (status != 206)
            return;
        var start = from < 0 ? whole.Length + from : from;
        Assert.Equal(whole[start..(start + (count ?? whole.Length - start))], await sent.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(whole.Length.ToString(CultureInfo.InvariantCulture), $"{sent.Content.Headers.ContentRange!.Length}");
    }

    [Fact]
    public async Task A_video_that_is_wider_than_a_question_can_say_is_refused()
    {
        const int WidthOfTrack = 28;
        var video = MediaSteps.Fixture("video.mp4");
        var track = video.AsSpan().LastIndexOf("avc1"u8);
        (video[track + WidthOfTrack], video[track + WidthOfTrack + 1]) = (0x75, 0x31);
        Assert.Equal("mediaDamaged", await _author.RefusedAsync(video, 422));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_truncated_recording_is_refused(string file)
    {
        var whole = MediaSteps.Fixture(file);
        foreach (var length in new[] { whole.Length - 1, whole.Length / 2, 70 })
            Assert.Equal("mediaDamaged", await _author.RefusedAsync(whole[..length], 422));
        Assert.Empty(_host.MediaFiles());
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_page_behind_a_recording_is_refused(string file)
    {
        byte[] polyglot = [.. MediaSteps.Fixture(file), .. Encoding.ASCII.GetBytes("<html><script>alert(1)</script></html>")];
        Assert.Equal("mediaDamaged", await _author.RefusedAsync(polyglot, 422));
    }

    [Theory]
    [InlineData("old.mp4")]
    [InlineData("fragments.mp4")]
    public async Task A_video_that_not_every_browser_plays_is_refused(string file) =>
        Assert.Equal("mediaKindUnknown", await _author.RefusedAsync(MediaSteps.Fixture(file), 415));

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_recording_that_lasts_too_long_or_has_too_many_bytes_is_refused(string file)
    {
        await using var strict = await AuthoringHost.StartAsync(("Arena:Media:MaxSeconds", "1"));
        using var author = await strict.AuthorAsync();
        var refused = await author.UploadAsync(MediaSteps.Fixture(file), 422);
        Assert.Equal(("mediaTooLong", 1), (refused.Code(), refused.GetProperty("limit").GetInt32()));
        await using var small = await AuthoringHost.StartAsync(("Arena:Media:MaxAudioBytes", "1024"), ("Arena:Media:MaxVideoBytes", "1500"));
        using var other = await small.AuthorAsync();
        Assert.Equal("mediaTooLarge", await other.RefusedAsync(MediaSteps.Fixture(file), 413));
        Assert.Empty(small.MediaFiles());
    }
}
