using System.IO.Compression;
using System.Text.Json;
using Arena.Gateway.Media;
using Arena.Gateway.Media.Stores;
using Arena.Gateway.Tests.Media;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Quizzes.Archives;

/// <summary>Each fault of an archive or a medium has its place; the sound rest is kept, and nothing is stored in part.</summary>
public sealed class BadArchiveTests
{
    private static readonly byte[] Quiz = ArchiveSteps.Bytes(ArchiveSteps.Quiz());
    private static readonly string[] Names = [ArchiveSteps.Picture, ArchiveSteps.Sound, ArchiveSteps.Video];

    [Fact]
    public async Task A_medium_that_is_not_taken_is_listed_with_its_questions_and_the_rest_is_kept()
    {
        await using var host = await AuthoringHost.StartAsync();
        using var author = await host.AuthorAsync();
        var file = ArchiveSteps.Zip(
            ("quiz.json", Quiz),
            ($"media/{ArchiveSteps.Picture}.png", ArchiveSteps.Bytes("<svg xmlns='http://www.w3.org/2000/svg'/>")),
            ($"media/{ArchiveSteps.Sound}.mp3", MediaSteps.Fixture("sound.mp3")));
        var preview = await author.PreviewAsync(file);
        var imported = await author.ImportAsync(file, 201);
        string[] missing =
        [
            $"1 media/{ArchiveSteps.Picture}.png mediaKindUnknown", $"2 media/{ArchiveSteps.Picture}.png mediaKindUnknown", $"4 {ArchiveSteps.Video} unknownMedia",
        ];
        Assert.Equal(missing, ArchiveSteps.Missing(preview));
        Assert.Equal(missing, ArchiveSteps.Missing(imported));
        Assert.Equal("Where is the lake?", imported.GetProperty("missingMedia")[0].GetProperty("prompt").GetString());
        var media = ArchiveSteps.MediaOf(await author.DocumentAsync(imported));
        Assert.Equal(("A lake", "Ann, CC BY 4.0"), (media[0].GetProperty("alt").GetString(), media[0].GetProperty("credit").GetString()));
        Assert.Equal([media[2].Name()], await author.LibraryAsync());
    }

    [Fact]
    public async Task The_name_of_a_file_is_shown_in_part_and_without_controls()
    {
        await using var host = await AuthoringHost.StartAsync();
        using var author = await host.AuthorAsync();
        var name = $"media/{ArchiveSteps.Picture}.\u202Egnp\u0007{new string('x', 60_000)}";
        var preview = await author.PreviewAsync(ArchiveSteps.Zip(("quiz.json", Quiz), (name, [1])));
        var shown = preview.GetProperty("missingMedia")[0].GetProperty("file").GetString()!;
        Assert.Equal((80, $"media/{ArchiveSteps.Picture}.\uFFFDgnp\uFFFDxx"), (shown.Length, shown[..46]));
    }

    public static TheoryData<string, string> BadMedia => new()
    {
        { "truncated", "mediaDamaged" }, { "sound", "mediaKindUnknown" }, { "archive", "mediaKindUnknown" }, { "empty", "mediaKindUnknown" },
        { "pixels", "mediaTooManyPixels" }, { "bomb", "mediaTooLarge" },
    };

    [Theory]
    [MemberData(nameof(BadMedia))]
    public async Task Media_are_checked_as_uploads_are(string kind, string code)
    {
        await using var host = await AuthoringHost.StartAsync(("Arena:Media:MaxPixels", "100000"));
        using var author = await host.AuthorAsync();
        var content = kind switch
        {
            "truncated" => Pictures.Halves(300, 300, ".png")[..200],
            "sound" => MediaSteps.Fixture("sound.mp3"),
            "archive" => ArchiveSteps.Whole(),
            "pixels" => Pictures.Halves(400, 400, ".png"),
            "bomb" => [.. Pictures.Halves(10, 10, ".png"), .. new byte[20 * 1024 * 1024]],
            _ => [],
        };
        var preview = await author.PreviewAsync(ArchiveSteps.Zip(("quiz.json", Quiz), ($"media/{ArchiveSteps.Picture}.webp", content)));
        Assert.Equal(5, preview.GetProperty("questionCount").GetInt32());
        Assert.Equal($"1 media/{ArchiveSteps.Picture}.webp {code}", ArchiveSteps.Missing(preview)[0]);
    }

    [Fact]
    public async Task What_the_quiz_does_not_name_is_not_looked_at_wherever_its_name_leads()
    {
        await using var host = await AuthoringHost.StartAsync();
        using var author = await host.AuthorAsync();
        var picture = Pictures.Halves(40, 40, ".png");
        var imported = await author.ImportAsync(
            ArchiveSteps.Zip(
                ("a/quiz.json", Quiz), ("../../quiz.json", ArchiveSteps.Bytes("{}")), ($"../media/{ArchiveSteps.Picture}.png", picture), ("/etc/passwd", picture),
                ($"media/{ArchiveSteps.Sound}.mp3", MediaSteps.Fixture("sound.mp3"))),
            201);
        Assert.Equal(4, imported.GetProperty("missingMedia").GetArrayLength());
        var warning = Assert.Single(imported.GetProperty("warnings").EnumerateArray());
        Assert.Equal(("unusedFiles", 3), (warning.GetProperty("code").GetString(), warning.GetProperty("count").GetInt32()));
        Assert.Empty(await author.LibraryAsync());
    }

    [Fact]
    public async Task A_folder_may_have_been_zipped()
    {
        await using var host = await AuthoringHost.StartAsync();
        using var author = await host.AuthorAsync();
        var imported = await author.ImportAsync(
            ArchiveSteps.Zip(("Lakes/quiz.json", Quiz), ($"Lakes/media/{ArchiveSteps.Picture}.png", Pictures.Halves(40, 40, ".png")), ("__MACOSX/Lakes/quiz.json", [1])), 201);
        Assert.Equal(2, imported.GetProperty("missingMedia").GetArrayLength());
    }

    [Theory]
    [InlineData("truncated", "brokenArchive")]
    [InlineData("entries", "archiveTooLarge")]
    [InlineData("names", "archiveTooLarge")]
    [InlineData("zip64", "brokenArchive")]
    [InlineData("bomb", "archiveTooLarge")]
    [InlineData("nested", "archiveFile")]
    [InlineData("encrypted", "brokenArchive")]
    [InlineData("other", "archiveFile")]
    [InlineData("json", "brokenJson")]
    public async Task An_archive_that_cannot_be_read_is_refused_as_a_whole(string kind, string code)
    {
        await using var host = await AuthoringHost.StartAsync();
        using var author = await host.AuthorAsync();
        var file = kind switch
        {
            "truncated" => ArchiveSteps.Whole()[..^30],
            "entries" => ArchiveSteps.Zip([("quiz.json", Quiz), .. Enumerable.Range(0, 10_000).Select(number => ($"{number}", Array.Empty<byte>()))]),
            "names" => ArchiveSteps.Zip([("quiz.json", Quiz), .. Enumerable.Range(0, 70).Select(number => ($"{number}{new string('n', 65_000)}", Array.Empty<byte>()))]),
            "zip64" => CountedElsewhere(ArchiveSteps.Zip([("quiz.json", Quiz), .. Enumerable.Range(0, 10_000).Select(number => ($"{number}", Array.Empty<byte>()))])),
            "bomb" => ArchiveSteps.Zip(("quiz.json", new byte[200 * 1024 * 1024])),
            "nested" => ArchiveSteps.Zip(("quiz.json", ArchiveSteps.Whole())),
            "encrypted" => Encrypted(ArchiveSteps.Zip(("quiz.json", Quiz))),
            "other" => ArchiveSteps.Zip(("quiz.xml", Quiz)),
            _ => ArchiveSteps.Zip(("quiz.json", Quiz[..^5])),
        };
        var preview = await author.PreviewAsync(file, "?stage=true");
        Assert.Equal((0, code), (preview.GetProperty("questionCount").GetInt32(), preview.GetProperty("errors")[0].GetProperty("code").GetString()));
        Assert.Equal("invalidQuiz", (await author.ImportAsync(file, 422)).Code());
        Assert.Empty(host.MediaFiles());
    }

    [Fact]
    public async Task An_archive_has_limits_of_bytes_and_of_media()
    {
        await using var host = await AuthoringHost.StartAsync(("Arena:Quizzes:MaxArchiveBytes", "6000"), ("Arena:Quizzes:MaxArchiveMedia", "1"));
        using var author = await host.AuthorAsync();
        var tooLong = await author.PreviewAsync([.. ArchiveSteps.Whole(), .. new byte[6000]], expected: 413);
        Assert.Equal(("outOfRange", 6000), (tooLong.Code(), tooLong.GetProperty("limit").GetInt32()));
        var sounds = ArchiveSteps.Zip(
            ("quiz.json", Quiz), ($"media/{ArchiveSteps.Sound}.mp3", new byte[10]), ($"media/{ArchiveSteps.Video}.webm", new byte[10]));
        var error = (await author.PreviewAsync(sounds)).GetProperty("errors")[0];
        Assert.Equal(("archiveTooLarge", 1), (error.GetProperty("code").GetString(), error.GetProperty("limit").GetInt32()));
        Assert.Empty(host.MediaFiles());
    }

    [Fact]
    public async Task What_comes_out_of_media_that_are_not_taken_counts_as_well()
    {
        await using var host = await AuthoringHost.StartAsync(("Arena:Quizzes:MaxArchiveBytes", "150000"));
        using var author = await host.AuthorAsync();
        var error = (await author.PreviewAsync(BrokenBombs(60_000))).GetProperty("errors")[0];
        Assert.Equal(("archiveTooLarge", 150_000), (error.GetProperty("code").GetString(), error.GetProperty("limit").GetInt32()));
        Assert.Empty(host.MediaFiles());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_is_stored_of_an_archive_beyond_the_quota(bool isPreview)
    {
        await using var host = await AuthoringHost.StartAsync(("Arena:Media:GuestQuotaBytes", "6000"));
        using var author = await host.AuthorAsync();
        var refused = isPreview ? await author.PreviewAsync(ArchiveSteps.Whole(), "?stage=true", 409) : await author.ImportAsync(ArchiveSteps.Whole(), 409);
        Assert.Equal(("mediaQuota", 6_000), (refused.Code(), refused.GetProperty("limit").GetInt32()));
        Assert.Empty(await author.LibraryAsync());
        Assert.Empty(host.MediaFiles());
        Assert.Equal(0, (await author.SendJsonAsync(HttpMethod.Get, "/api/quizzes", null, 200)).GetArrayLength());
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    public async Task Nothing_is_kept_of_an_archive_when_the_disk_is_full(int before, bool isPreview)
    {
        var store = new FaultyMediaStore { Fault = new(MediaErrorCode.MediaStorageFull, new IOException("No space left on device")), Before = before };
        await using var host = await AuthoringHost.StartAsync(services => services.AddSingleton<IMediaStore>(store));
        using var author = await host.AuthorAsync();
        var refused = isPreview ? await author.PreviewAsync(ArchiveSteps.Whole(), "?stage=true", 507) : await author.ImportAsync(ArchiveSteps.Whole(), 507);
        Assert.Equal("mediaStorageFull", refused.Code());
        Assert.Empty(await author.LibraryAsync());
        Assert.Equal(0, (await author.SendJsonAsync(HttpMethod.Get, "/api/quizzes", null, 200)).GetArrayLength());
        foreach (var path in store.Objects.Keys)
        {
            using var part = await author.MediumAsync(path);
            Assert.Equal(404, (int)part.StatusCode);
        }
        store.Fault = null;
        Assert.Empty(ArchiveSteps.Missing(await author.ImportAsync(ArchiveSteps.Whole(), 201)));
    }

    [Fact]
    public async Task A_quiz_that_is_refused_leaves_no_media()
    {
        await using var host = await AuthoringHost.StartAsync(("Arena:Quizzes:MaxQuizzesPerAuthor", "1"));
        using var author = await host.AuthorAsync();
        await author.SendJsonAsync(HttpMethod.Post, "/api/quizzes", ArchiveSteps.Quiz(), 201);
        await author.ImportAsync(ArchiveSteps.Whole(), 409);
        Assert.Empty(await author.LibraryAsync());
        Assert.Empty(host.MediaFiles());
    }

    [Fact]
    public async Task A_confirmed_preview_keeps_its_media_and_uploads_of_a_day_are_counted()
    {
        var whole = ArchiveSteps.Whole();
        await using var host = await AuthoringHost.StartAsync(("Arena:Media:UploadedBytesPerDay", $"{whole.Length}"));
        using var author = await host.AuthorAsync();
        var preview = await author.PreviewAsync(whole, "?stage=true");
        var claim = JsonSerializer.Serialize(new { token = preview.GetProperty("token").GetString(), title = "Lakes" });
        var made = await author.SendJsonAsync(HttpMethod.Post, "/api/quizzes/import/confirm", claim, 201);
        var names = ArchiveSteps.MediaOf(await author.DocumentAsync(made)).Select(medium => medium.Name()).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(names, await author.LibraryAsync());
        Assert.Equal("dailyStorageSpent", (await author.PreviewAsync(whole, expected: 429)).Code());
    }

    /// <summary>Three sounds of so many bytes each, whose compressed content ends with a fault.</summary>
    private static byte[] BrokenBombs(int bytes)
    {
        const int Method = 10;
        const int Length = 24;
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(MediaSteps.Fixture("sound.mp3").AsSpan(0, 64));
            deflate.Write(new byte[bytes - 64]);
            deflate.Flush();
            // The last block, of a kind that there is not.
            packed.WriteByte(7);
            packed.WriteByte(7);
        }
        var content = packed.ToArray();
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach (var (name, part) in (ReadOnlySpan<(string, byte[])>)[("quiz.json", Quiz), .. Names.Select(name => ($"media/{name}.mp3", content))])
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(part);
            }
        }
        var archive = file.ToArray();
        for (var at = archive.AsSpan().IndexOf("PK\x01\x02"u8) + 1; archive.AsSpan(at).IndexOf("PK\x01\x02"u8) is var next and >= 0; at += next + 1)
        {
            BitConverter.TryWriteBytes(archive.AsSpan(at + next + Method), (ushort)8);
            BitConverter.TryWriteBytes(archive.AsSpan(at + next + Length), bytes);
        }
        return archive;
    }

    /// <summary>The same archive, whose entries are counted by an end of ZIP64: the usual end counts one.</summary>
    private static byte[] CountedElsewhere(byte[] zip)
    {
        var end = zip[^22..];
        var (count, start) = (BitConverter.ToUInt16(end, 10), BitConverter.ToUInt32(end, 16));
        using var file = new MemoryStream();
        using (var writer = new BinaryWriter(file))
        {
            writer.Write(zip.AsSpan(0, zip.Length - end.Length));
            writer.Write("PK\x06\x06"u8);
            writer.Write(44L);
            writer.Write((ushort)45);
            writer.Write((ushort)45);
            writer.Write(0);
            writer.Write(0);
            writer.Write((long)count);
            writer.Write((long)count);
            writer.Write((long)(zip.Length - end.Length - start));
            writer.Write((long)start);
            writer.Write("PK\x06\x07"u8);
            writer.Write(0);
            writer.Write((long)(zip.Length - end.Length));
            writer.Write(1);
            BitConverter.TryWriteBytes(end.AsSpan(4), ushort.MaxValue);
            BitConverter.TryWriteBytes(end.AsSpan(6), ushort.MaxValue);
            BitConverter.TryWriteBytes(end.AsSpan(8), (ushort)1);
            BitConverter.TryWriteBytes(end.AsSpan(10), (ushort)1);
            writer.Write(end);
        }
        return file.ToArray();
    }

    /// <summary>The same archive whose entries are said to be encrypted.</summary>
    private static byte[] Encrypted(byte[] zip)
    {
        const int FlagsOfEntry = 6;
        const int FlagsInDirectory = 8;
        zip[FlagsOfEntry] |= 1;
        zip[zip.AsSpan().IndexOf("PK\x01\x02"u8) + FlagsInDirectory] |= 1;
        return zip;
    }
}
