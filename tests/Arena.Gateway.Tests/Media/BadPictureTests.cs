using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using Arena.Gateway.Tests.Quizzes;

namespace Arena.Gateway.Tests.Media;

/// <summary>A file that is no sound picture is refused with a code that says why, and leaves nothing behind.</summary>
public sealed class BadPictureTests : IAsyncLifetime
{
    private AuthoringHost _host = null!;
    private HttpClient _author = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await AuthoringHost.StartAsync(("Arena:Media:MaxPictureBytes", "100000"), ("Arena:Media:MaxAudioBytes", "100000"), ("Arena:Media:MaxVideoBytes", "200000"));
        _author = await _host.AuthorAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(_host.MediaFiles());
        _author.Dispose();
        await _host.DisposeAsync();
    }

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")]
    [InlineData("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    [InlineData("<!DOCTYPE html><title>Page</title>")]
    [InlineData("PK\u0003\u0004 an archive, long enough to be looked at: more than sixty-four bytes of it")]
    [InlineData("%PDF-1.7 a document, long enough to be looked at: more than sixty-four bytes of it")]
    [InlineData("BM a bitmap, of a format that nobody needs: more than sixty-four bytes of it here")]
    [InlineData("x")]
    [InlineData("")]
    public async Task What_is_none_of_the_known_kinds_is_refused_whatever_it_is_called(string content) =>
        Assert.Equal("mediaKindUnknown", await _author.RefusedAsync(Encoding.Latin1.GetBytes(content), 415, "image/png"));

    [Fact]
    public async Task A_picture_with_too_many_pixels_is_refused_by_its_header()
    {
        // The header says 10,000 x 10,000, and there is nothing after it that could be decoded.
        var refused = await _author.UploadAsync(PngOf(10_000, 10_000), 422);
        Assert.Equal(("mediaTooManyPixels", 40_000_000), (refused.Code(), refused.GetProperty("limit").GetInt32()));
    }

    [Theory]
    [InlineData(".jpg")]
    [InlineData(".png")]
    [InlineData(".webp")]
    [InlineData(".avif")]
    [InlineData(".gif")]
    public async Task A_truncated_picture_is_refused(string format)
    {
        var whole = Pictures.Halves(300, 300, format);
        Assert.Equal("mediaDamaged", await _author.RefusedAsync(whole[..(whole.Length / 2)], 422));
    }

    [Theory]
    [InlineData("GIF89a/*<script>alert(1)</script>")]
    [InlineData("\u00FF\u00D8\u00FF<!DOCTYPE html>")]
    [InlineData("RIFF\u0010\0\0\0WEBP<html>")]
    public async Task A_page_with_the_first_bytes_of_a_picture_is_refused(string content) =>
        Assert.Equal("mediaDamaged", await _author.RefusedAsync(Encoding.Latin1.GetBytes(content.PadRight(100, ' ')), 422));

    [Fact]
    public async Task A_picture_with_too_many_bytes_is_refused_whether_or_not_it_says_so()
    {
        var picture = Pictures.Halves(40, 40, ".png");
        byte[] padded = [.. picture, .. new byte[100_001 - picture.Length]];
        Assert.Equal("mediaTooLarge", await _author.RefusedAsync(padded, 413));
        using var unannounced = new HttpRequestMessage(HttpMethod.Post, "/api/media") { Content = new StreamContent(new MemoryStream(padded)) };
        unannounced.Headers.TransferEncodingChunked = true;
        using var refused = await _author.SendAsync(unannounced, TestContext.Current.CancellationToken);
        Assert.Equal(413, (int)refused.StatusCode);
    }

    /// <summary>A header and an end.</summary>
    private static byte[] PngOf(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        return [0x89, .. "PNG\r\n\u001A\n"u8, .. Chunk("IHDR", header), .. Chunk("IDAT", new byte[20]), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string type, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. content];
        var (length, check) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(check, Crc32.HashToUInt32(named));
        return [.. length, .. named, .. check];
    }
}
