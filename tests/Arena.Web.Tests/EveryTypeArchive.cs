using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Arena.Web.Tests;

/// <summary>The quiz of <see cref="AnswerPads"/> as an archive, with a question for a place on a picture, and media of each kind.</summary>
internal static class EveryTypeArchive
{
    private static readonly string Picture = new('1', 32);
    private static readonly string Sound = new('2', 32);
    private static readonly string Video = new('3', 32);

    /// <summary>As the questions of <see cref="AnswerPads"/>. A slide follows them.</summary>
    public static IReadOnlyList<(string Type, string Verdict)> Questions { get; } = [.. AnswerPads.Questions, ("pin", "right")];

    /// <summary>Writes it into a temporary file.</summary>
    /// <param name="picture">The picture, as a browser takes it.</param>
    public static async Task<string> WriteAsync(byte[] picture)
    {
        var quiz = JsonNode.Parse(await File.ReadAllTextAsync(AnswerPads.Quiz))!;
        var questions = quiz["questions"]!.AsArray();
        At("multipleChoice")["media"] = Medium(Picture, "picture", "A page with a form");
        At("multipleChoice")["options"]![0]!["picture"] = Medium(Picture, "picture", "The same page");
        At("poll")["media"] = Medium(Sound, "audio", "A tone");
        At("rating")["media"] = Medium(Video, "video", "Colours");
        questions.Insert(questions.Count - 1, new JsonObject
        {
            ["type"] = "pin",
            ["prompt"] = "Where is the middle?",
            ["media"] = Medium(Picture, "picture", "A page with a form"),
            ["areas"] = new JsonArray(new JsonObject { ["shape"] = "circle", ["x"] = 0.5, ["y"] = 0.5, ["radius"] = 0.2 }),
            ["timeLimitMs"] = 60_000,
            ["points"] = 1_000,
        });
        var path = Path.Combine(Directory.CreateTempSubdirectory("arena-every-type-").FullName, "every-type.arena.zip");
        await using var zip = await ZipFile.OpenAsync(path, ZipArchiveMode.Create);
        await AddAsync("quiz.json", JsonSerializer.SerializeToUtf8Bytes(quiz));
        await AddAsync($"media/{Picture}.png", picture);
        await AddAsync($"media/{Sound}.mp3", await FixtureAsync("sound.mp3"));
        await AddAsync($"media/{Video}.webm", await FixtureAsync("video.webm"));
        return path;

        JsonNode At(string type) => questions.First(question => (string?)question!["type"] == type)!;

        async Task AddAsync(string name, byte[] content)
        {
            await using var entry = await zip.CreateEntry(name).OpenAsync();
            await entry.WriteAsync(content);
        }
    }

    private static JsonObject Medium(string name, string kind, string alt) =>
        new() { ["name"] = name, ["kind"] = kind, ["alt"] = alt, ["credit"] = "Ann, CC BY 4.0" };

    private static Task<byte[]> FixtureAsync(string name) => File.ReadAllBytesAsync(Repository.At("tests", "Arena.Gateway.Tests", "Media", "fixtures", name));
}
