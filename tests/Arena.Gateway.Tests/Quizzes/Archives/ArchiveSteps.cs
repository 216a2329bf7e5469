using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Arena.Gateway.Tests.Media;

namespace Arena.Gateway.Tests.Quizzes.Archives;

/// <summary>Archives of quizzes with media, as tests make and read them.</summary>
internal static class ArchiveSteps
{
    public const string Picture = "11111111111111111111111111111111";
    public const string Sound = "22222222222222222222222222222222";
    public const string Video = "33333333333333333333333333333333";

    /// <summary>A question for each medium of these names.</summary>
    public static string Quiz(string picture = Picture, string sound = Sound, string video = Video) => $$"""
        {"arena":1,"title":"Lakes","questions":[
          {"type":"pin","prompt":"Where is the lake?","media":{"name":"{{picture}}","kind":"picture","alt":"A lake","width":10,"height":10,"credit":"Ann, CC BY 4.0"},
           "areas":[{"shape":"circle","x":0.5,"y":0.5,"radius":0.1}]},
          {"type":"singleChoice","prompt":"Which?","options":[
            {"label":"a","correct":true,"picture":{"name":"{{picture}}","kind":"picture","alt":"The same"} },{"label":"b"}]},
          {"type":"openText","prompt":"What do you hear?","media":{"name":"{{sound}}","kind":"audio","alt":"Waves","credit":"Bob"} },
          {"type":"openText","prompt":"What do you see?","media":{"name":"{{video}}","kind":"video"} },
          {"type":"openText","prompt":"No medium?"}]}
        """;

    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }
        return file.ToArray();
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>The three media of <see cref="Quiz"/> and the quiz itself.</summary>
    public static byte[] Whole() => Zip(
        ("quiz.json", Bytes(Quiz())),
        ($"media/{Picture}.png", Pictures.Halves(800, 400, ".png")),
        ($"media/{Sound}.mp3", MediaSteps.Fixture("sound.mp3")),
        ($"media/{Video}.webm", MediaSteps.Fixture("video.webm")));

    public static Dictionary<string, byte[]> Unzip(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        var entries = new Dictionary<string, byte[]>();
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            using (var stream = entry.Open())
                stream.CopyTo(content);
            entries.Add(entry.FullName, content.ToArray());
        }
        return entries;
    }

    public static async Task<JsonElement> ImportAsync(this HttpClient author, byte[] file, int expected, string query = "")
    {
        using var body = new ByteArrayContent(file);
        return await author.ImportAsync(body, query, expected);
    }

    public static async Task<JsonElement> PreviewAsync(this HttpClient author, byte[] file, string query = "", int expected = 200)
    {
        using var body = new ByteArrayContent(file);
        return await author.ImportAsync(body, $"/preview{query}", expected);
    }

    public static async Task<JsonElement> DocumentAsync(this HttpClient author, JsonElement made) =>
        await author.SendJsonAsync(HttpMethod.Get, $"/api/quizzes/{made.GetProperty("id").GetGuid()}", null, 200);

    /// <summary>All media that a quiz names, in its order.</summary>
    public static JsonElement[] MediaOf(JsonElement quiz) =>
    [
        .. quiz.GetProperty("questions").EnumerateArray().SelectMany(question => new[] { Member(question, "media") }
            .Concat(question.TryGetProperty("options", out var options) ? options.EnumerateArray().Select(option => Member(option, "picture")) : []))
            .OfType<JsonElement>(),
    ];

    /// <summary>The names in an author's library, in the order of the alphabet.</summary>
    public static async Task<string[]> LibraryAsync(this HttpClient author) =>
    [
        .. (await author.SendJsonAsync(HttpMethod.Get, "/api/media", null, 200)).GetProperty("media").EnumerateArray()
            .Select(each => each.GetProperty("medium").Name()).Order(StringComparer.Ordinal),
    ];

    public static string[] Missing(JsonElement reply) =>
    [
        .. reply.GetProperty("missingMedia").EnumerateArray()
            .Select(missing => $"{missing.GetProperty("question")} {missing.GetProperty("file").GetString()} {missing.GetProperty("code").GetString()}"),
    ];

    private static JsonElement? Member(JsonElement of, string name) => of.TryGetProperty(name, out var member) ? member : null;
}
