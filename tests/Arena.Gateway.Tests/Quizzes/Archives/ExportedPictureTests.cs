using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Arena.Game.Questions;
using Arena.Game.Vocabulary;
using Arena.Gateway.Media;
using Arena.Gateway.Media.Stores;
using Arena.Gateway.Quizzes.Packing;
using Arena.Gateway.Quizzes.Writing;
using Arena.Gateway.Tests.Media;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Quizzes.Archives;

/// <summary>Pictures in exports for other programs: a package of QTI and Moodle's XML hold them, with what they show.</summary>
public sealed class ExportedPictureTests
{
    public static TheoryData<string> Formats => ["qti", "moodle"];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Another_account_gets_the_same_questions_with_the_same_pictures_and_their_alt_texts(string format)
    {
        await using var host = await AuthoringHost.StartAsync();
        using HttpClient author = await host.AuthorAsync(), other = await host.AuthorAsync();
        var made = await MakeAsync(author);
        var imported = await other.ImportAsync(await ExportAsync(author, made, format), 201, "?title=Lakes");
        Assert.Empty(ArchiveSteps.Missing(imported));
        Assert.Empty(imported.GetProperty("warnings").EnumerateArray());
        JsonElement before = await author.DocumentAsync(made), after = await other.DocumentAsync(imported);
        Assert.Equal(Texts(before), Texts(after));
        string[] shown = [.. ArchiveSteps.MediaOf(before).Where(medium => medium.GetProperty("kind").GetString() == "picture").Select(Said)];
        Assert.Equal(4, shown.Length);
        Assert.Equal(shown, ArchiveSteps.MediaOf(after).Select(Said));
        Assert.Equal(2, (await other.LibraryAsync()).Length);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Another_server_takes_the_pictures(string format)
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync(), elsewhere = await AuthoringHost.StartAsync();
        using HttpClient author = await host.AuthorAsync(), other = await elsewhere.AuthorAsync();
        var imported = await other.ImportAsync(await ExportAsync(author, await MakeAsync(author), format), 201, "?title=Lakes");
        Assert.Empty(ArchiveSteps.Missing(imported));
        Assert.Equal(4, ArchiveSteps.MediaOf(await other.DocumentAsync(imported)).Length);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Sounds_and_credits_are_named_as_lost(string format)
    {
        await using var host = await AuthoringHost.StartAsync();
        using var author = await host.AuthorAsync();
        Assert.Equal(["changed singleChoice credit 1", "changed openText credit 1", "changed openText media 1"], await LossesAsync(author, await MakeAsync(author), format));
    }

    [Fact]
    public async Task The_manifest_of_a_package_names_each_picture_with_the_items_that_show_it()
    {
        await using var host = await AuthoringHost.StartAsync();
        using var author = await host.AuthorAsync();
        var made = await MakeAsync(author);
        var entries = ArchiveSteps.Unzip(await ExportAsync(author, made, "qti"));
        XNamespace packaging = "http://www.imsglobal.org/xsd/imscp_v1p1";
        var resources = XDocument.Load(new MemoryStream(entries["imsmanifest.xml"])).Descendants(packaging + "resource")
            .Select(resource => resource.Elements(packaging + "file").Select(file => file.Attribute("href")!.Value).ToArray()).ToArray();
        Assert.Equal(entries.Keys.Where(name => name != "imsmanifest.xml").Order(StringComparer.Ordinal), resources.SelectMany(files => files).Distinct().Order(StringComparer.Ordinal));
        string[] pictures = [.. ArchiveSteps.MediaOf(await author.DocumentAsync(made)).Select(medium => $"media/{medium.Name()}.webp")];
        Assert.Equal(["items/q1.xml", pictures[0], pictures[1]], resources[1]);
        Assert.Equal(["items/q2.xml"], resources[2]);
    }

    [Theory]
    [InlineData(127, 3, 2)]
    [InlineData(160, 5, 0)]
    public async Task Pictures_beyond_the_limit_of_a_file_that_embeds_them_are_named_and_left_out(long limit, int written, int lacking)
    {
        var picture = new Medium(ArchiveSteps.Picture, MediumKind.Picture);
        Option[] options = [new("a", true) { Picture = picture }, new("b", false) { Picture = picture }];
        var file = QuizRendering.AsStored(ExportFormat.Moodle, new("T", null,
        [
            new SingleChoiceQuestion(Guid.Empty, "Which?", [.. options], 20_000, 1000) { Medium = picture },
            new OpenTextQuestion(Guid.Empty, "Why?", 20_000, null) { Medium = picture },
            new SlideQuestion(Guid.Empty, "Title", "Text", null) { Medium = picture },
        ]));
        var media = QuizRendering.MediaOf(file);
        using var sent = new MemoryStream();
        await EmbeddedMedia.WriteAsync(file, limit, media, QuizRendering.OpenAsync, sent, TestContext.Current.CancellationToken);
        string[] contents = [.. XDocument.Parse(Encoding.UTF8.GetString(sent.ToArray())).Descendants("file").Select(each => Encoding.ASCII.GetString(Convert.FromBase64String(each.Value)))];
        Assert.Equal(Enumerable.Repeat(ArchiveSteps.Picture, written), contents);
        Assert.Equal(lacking, EmbeddedMedia.Beyond(limit, file.Media, media).Count());
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Pictures_that_are_not_here_are_named_as_referenced_and_the_questions_written(string format)
    {
        await using var host = await AuthoringHost.StartAsync();
        using var author = await host.AuthorAsync();
        var made = await author.SendJsonAsync(HttpMethod.Post, "/api/quizzes", Quiz("fedcba9876543210fedcba9876543210", "0123456789abcdef0123456789abcdef", ArchiveSteps.Sound), 201);
        Assert.Contains("referenced singleChoice media 1", await LossesAsync(author, made, format));
        var imported = await author.ImportAsync(await ExportAsync(author, made, format), 201, "?title=Lakes");
        Assert.Equal(3, imported.GetProperty("questionCount").GetInt32());
        Assert.All(ArchiveSteps.Missing(imported), missing => Assert.EndsWith("unknownMedia", missing, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_store_that_is_down_refuses_the_export_before_it_begins(string format)
    {
        var store = new FaultyMediaStore();
        await using var host = await AuthoringHost.StartAsync(services => services.AddSingleton<IMediaStore>(store));
        using var author = await host.AuthorAsync();
        var made = await MakeAsync(author);
        store.Fault = new(MediaErrorCode.MediaStoreUnavailable, new HttpRequestException("Connection refused"));
        var refused = await author.SendJsonAsync(HttpMethod.Get, $"{Path(made)}?format={format}", null, 503);
        Assert.Equal("mediaStoreUnavailable", refused.Code());
    }

    /// <summary>A quiz with a picture of a question, of options and of a slide, and a sound.</summary>
    private static async Task<JsonElement> MakeAsync(HttpClient author)
    {
        const string Second = "44444444444444444444444444444444";
        return await author.ImportAsync(ArchiveSteps.Zip(
            ("quiz.json", ArchiveSteps.Bytes(Quiz(ArchiveSteps.Picture, Second, ArchiveSteps.Sound))),
            ($"media/{ArchiveSteps.Picture}.png", Pictures.Halves(80, 40, ".png")),
            ($"media/{Second}.png", Pictures.Halves(20, 10, ".png")),
            ($"media/{ArchiveSteps.Sound}.mp3", MediaSteps.Fixture("sound.mp3"))), 201);
    }

    private static string Quiz(string picture, string second, string sound) => $$"""
        {"arena":1,"title":"Lakes","questions":[
          {"type":"singleChoice","prompt":"Which <lake>?\nAnd why?","media":{"name":"{{picture}}","kind":"picture","alt":"A \"lake\" & <hills>","credit":"Ann, CC BY 4.0"},"options":[
            {"label":"a","correct":true,"picture":{"name":"{{second}}","kind":"picture","alt":"Nepal"} },{"label":"b & c","picture":{"name":"{{picture}}","kind":"picture"} },{"label":"d"}]},
          {"type":"openText","prompt":"What do you hear?","media":{"name":"{{sound}}","kind":"audio","alt":"Waves","credit":"Bob"} },
          {"type":"slide","prompt":"Title","body":"Text","media":{"name":"{{second}}","kind":"picture","alt":"Summit"} }]}
        """;

    private static string Path(JsonElement made) => $"/api/quizzes/{made.GetProperty("id").GetGuid()}/export";

    private static Task<byte[]> ExportAsync(HttpClient author, JsonElement made, string format) =>
        author.GetByteArrayAsync(new Uri($"{Path(made)}?format={format}", UriKind.Relative), TestContext.Current.CancellationToken);

    private static async Task<string[]> LossesAsync(HttpClient author, JsonElement made, string format) =>
    [
        .. (await author.SendJsonAsync(HttpMethod.Get, $"{Path(made)}/losses?format={format}", null, 200)).GetProperty("losses").EnumerateArray()
            .Select(loss => $"{loss.GetProperty("kind").GetString()} {loss.GetProperty("type").GetString()} {loss.GetProperty("member").GetString()} {loss.GetProperty("count")}"),
    ];

    private static string Said(JsonElement medium) => $"{medium.Name()} {(medium.TryGetProperty("alt", out var alt) ? alt.GetString() : "-")}";

    private static string[] Texts(JsonElement quiz) =>
    [
        .. quiz.GetProperty("questions").EnumerateArray().Select(question => string.Join('|', new[] { question.GetProperty("type"), question.GetProperty("prompt") }
            .Concat(question.TryGetProperty("options", out var options) ? options.EnumerateArray().SelectMany(option => new[] { option.GetProperty("label"), option.GetProperty("correct") }) : []))),
    ];
}
