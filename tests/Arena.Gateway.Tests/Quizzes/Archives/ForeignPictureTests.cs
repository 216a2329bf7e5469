using System.Globalization;
using System.Text.Json;
using Arena.Gateway.Tests.Media;

namespace Arena.Gateway.Tests.Quizzes.Archives;

/// <summary>Pictures in packages of QTI and in Moodle's XML: each is checked as an upload is, and what is not kept is listed with its question.</summary>
public sealed class ForeignPictureTests
{
    private static readonly byte[] Png = Pictures.Halves(80, 40, ".png");

    [Fact]
    public async Task Pictures_of_a_qti_2_package_become_those_of_the_question_and_its_options()
    {
        await using var host = await AuthoringHost.StartAsync();
        using var author = await host.AuthorAsync();
        var imported = await author.ImportAsync(
            Qti2("""<p>Which lake?<img src="../my%20pictures/a%2Bb.png?x=1" alt=" A  lake "/></p>""", """<img src="../my%20pictures/b.png" alt="Nepal"/>""", ("my pictures/a+b.png", Png), ("my pictures/b.png", Pictures.Halves(20, 10, ".jpg"))),
            201, "?title=T");
        Assert.Empty(ArchiveSteps.Missing(imported));
        Assert.Empty(imported.GetProperty("warnings").EnumerateArray());
        var quiz = await author.DocumentAsync(imported);
        Assert.Equal(["A lake 80x40", "Nepal 20x10"], ArchiveSteps.MediaOf(quiz).Select(Said));
        Assert.Equal("Nepal", quiz.GetProperty("questions")[0].GetProperty("options")[0].GetProperty("label").GetString());
        using var served = await author.MediumAsync(ArchiveSteps.MediaOf(quiz)[0].Name());
        Assert.Equal((80, 40), Pictures.Size(await served.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(2, (await author.LibraryAsync()).Length);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(host.Folder, "media", "incoming")));
    }

    [Theory]
    [InlineData("%24IMS-CC-FILEBASE%24/lakes/a.png", "web_resources/lakes/a.png")]
    [InlineData("$IMS-CC-FILEBASE$/lakes/a.png?canvas_download=1", "lakes/a.png")]
    [InlineData("lakes/a.png", "lakes/a.png")]
    [InlineData("LAKES/A.PNG", "lakes/a.png")]
    [InlineData("./lakes/../lakes/a.png#part", "items/lakes/a.png")]
    public async Task Pictures_of_a_qti_1_package_are_found_as_programs_name_them(string source, string entry)
    {
        await using var host = await AuthoringHost.StartAsync();
        using var author = await host.AuthorAsync();
        var imported = await author.ImportAsync(Qti1($"""&lt;p&gt;Which?&lt;img alt="A &amp;amp; B" src="{source}"&gt;&lt;/p&gt;""", (entry, Png)), 201, "?title=T");
        Assert.Empty(ArchiveSteps.Missing(imported));
        Assert.Equal(["A & B 80x40"], ArchiveSteps.MediaOf(await author.DocumentAsync(imported)).Select(Said));
    }

    [Theory]
    [InlineData("../../etc/passwd.png", "1 ../../etc/passwd.png unknownMedia")]
    [InlineData("/etc/passwd.png", "1 /etc/passwd.png unknownMedia")]
    [InlineData("..%5C..%5Ca.png", "1 ..%5C..%5Ca.png unknownMedia")]
    [InlineData("https://example.org/a.png", "1 https://example.org/a.png unknownMedia")]
    [InlineData("//example.org/a.png", "1 //example.org/a.png unknownMedia")]
    [InlineData("data:image/png;base64,AAAA", "1 data:image/png;base64,AAAA unknownMedia")]
    [InlineData("gone.png", "1 gone.png unknownMedia")]
    [InlineData("a.svg", "1 a.svg mediaKindUnknown")]
    [InlineData("a.zip", "1 a.zip mediaKindUnknown")]
    [InlineData("cut.png", "1 cut.png mediaDamaged")]
    [InlineData("sound.mp3", "1 sound.mp3 mediaKindUnknown")]
    public async Task What_is_no_picture_of_the_package_is_listed_and_its_question_kept(string source, string expected)
    {
        await using var host = await AuthoringHost.StartAsync();
        using var author = await host.AuthorAsync();
        var file = Qti1(
            $"""&lt;p&gt;Which?&lt;img src="{source}"&gt;&lt;/p&gt;""", ("a.svg", ArchiveSteps.Bytes("<svg xmlns='http://www.w3.org/2000/svg'/>")),
            ("a.zip", ArchiveSteps.Zip(("b.png", Png))), ("cut.png", Png[..60]), ("sound.mp3", MediaSteps.Fixture("sound.mp3")));
        var imported = await author.ImportAsync(file, 201, "?title=T");
        Assert.Equal([expected], ArchiveSteps.Missing(imported));
        Assert.Empty(ArchiveSteps.MediaOf(await author.DocumentAsync(imported)));
        Assert.Empty(await author.LibraryAsync());
        Assert.Equal([expected], ArchiveSteps.Missing(await author.PreviewAsync(file)));
    }

    [Fact]
    public async Task A_question_keeps_its_first_picture_and_lists_the_others_by_its_place_in_the_quiz()
    {
        await using var host = await AuthoringHost.StartAsync();
        using var author = await host.AuthorAsync();
        var imported = await author.ImportAsync(Moodle(
            """<question type="shortanswer"><questiontext format="html"><text>No answer?</text></questiontext></question>""",
            $"""
            <question type="essay"><questiontext format="html"><text><![CDATA[Why?<img src="https://example.org/x.png"><img src='@@PLUGINFILE@@/one.png'><IMG SRC=@@PLUGINFILE@@/two.png>]]></text>
            {File("one.png", Png)}{File("two.png", Png)}</questiontext>
            <generalfeedback format="html"><text><![CDATA[So.<img src="@@PLUGINFILE@@/three.png">]]></text>{File("three.png", Png)}</generalfeedback></question>
            """), 201, "?title=T&skipInvalid=true");
        Assert.Equal(
            ["1 https://example.org/x.png unknownMedia", "1 two.png mediaWithoutPlace", "1 @@PLUGINFILE@@/three.png mediaWithoutPlace"], ArchiveSteps.Missing(imported));
        Assert.Equal(" 80x40", Said(Assert.Single(ArchiveSteps.MediaOf(await author.DocumentAsync(imported)))));
    }

    [Fact]
    public async Task Moodle_brings_pictures_of_questions_and_answers_in_folders_and_with_escaped_names()
    {
        await using var host = await AuthoringHost.StartAsync();
        using var author = await host.AuthorAsync();
        var imported = await author.ImportAsync(Moodle($"""
            <question type="multichoice"><questiontext format="html"><text><![CDATA[<p>Which?<img src="@@PLUGINFILE@@/maps/my%20lake.png" alt="A lake"></p>]]></text>
            {File("my lake.png", Png, "/maps/")}</questiontext>
            <answer fraction="100" format="html"><text><![CDATA[<img src="@@PLUGINFILE@@/my%20lake.png" alt="Nepal">]]></text>{File("my lake.png", Png)}</answer>
            <answer fraction="0" format="html"><text>India</text></answer></question>
            """), 201, "?title=T");
        Assert.Empty(ArchiveSteps.Missing(imported));
        var quiz = await author.DocumentAsync(imported);
        Assert.Equal(["A lake 80x40", "Nepal 80x40"], ArchiveSteps.MediaOf(quiz).Select(Said));
        Assert.Single(await author.LibraryAsync());
    }

    [Fact]
    public async Task A_file_that_is_no_base64_is_damaged()
    {
        await using var host = await AuthoringHost.StartAsync();
        using var author = await host.AuthorAsync();
        var imported = await author.ImportAsync(Moodle("""
            <question type="essay"><questiontext format="html"><text><![CDATA[Why?<img src="@@PLUGINFILE@@/a.png">]]></text><file name="a.png" path="/" encoding="base64">é?!</file></questiontext></question>
            """), 201, "?title=T");
        Assert.Equal(["1 a.png mediaDamaged"], ArchiveSteps.Missing(imported));
    }

    [Fact]
    public async Task Pictures_beyond_the_quota_refuse_the_package_and_leave_nothing()
    {
        await using var host = await AuthoringHost.StartAsync(("Arena:Media:GuestQuotaBytes", "1024"));
        using var author = await host.AuthorAsync();
        var file = Qti1("""&lt;p&gt;Which?&lt;img src="a.png"&gt;&lt;/p&gt;""", ("a.png", Pictures.Halves(3000, 2000, ".png")));
        Assert.Equal("mediaQuota", (await author.ImportAsync(file, 409, "?title=T")).Code());
        Assert.Empty(await author.LibraryAsync());
        Assert.Empty(host.MediaFiles());
    }

    [Fact]
    public async Task More_pictures_than_an_archive_may_hold_refuse_it()
    {
        await using var host = await AuthoringHost.StartAsync(("Arena:Quizzes:MaxArchiveMedia", "1"));
        using var author = await host.AuthorAsync();
        var file = Qti2("""<p>Which?<img src="../a.png"/></p>""", """x<img src="../b.png"/>""", ("a.png", Png), ("b.png", Png));
        var refused = await author.ImportAsync(file, 422, "?title=T");
        Assert.Equal("archiveTooLarge", refused.GetProperty("errors")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_package_may_be_longer_than_a_file_of_text()
    {
        await using var host = await AuthoringHost.StartAsync(("Arena:Quizzes:MaxImportBytes", "4096"));
        using var author = await host.AuthorAsync();
        var noise = new byte[8192];
        new Random(1).NextBytes(noise);
        var file = Qti1("""&lt;p&gt;Which?&lt;img src="a.png"&gt;&lt;/p&gt;""", ("a.png", Png), ("unused.bin", noise));
        Assert.True(file.Length > 4096);
        Assert.Empty(ArchiveSteps.Missing(await author.ImportAsync(file, 201, "?title=T")));
    }

    private static string Said(JsonElement medium) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(medium.TryGetProperty("alt", out var alt) ? alt.GetString() : "")} {medium.GetProperty("width").GetInt32()}x{medium.GetProperty("height").GetInt32()}");

    private static byte[] Moodle(params string[] questions) => ArchiveSteps.Bytes($"<?xml version=\"1.0\"?>\n<quiz>{string.Concat(questions)}</quiz>");

    /// <summary>As Moodle writes one, but in lines.</summary>
    private static string File(string name, byte[] content, string path = "/") =>
        $"""<file name="{name}" path="{path}" encoding="base64">{Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks)}</file>""";

    private static byte[] Qti1(string text, params (string Name, byte[] Content)[] files) => ArchiveSteps.Zip(
    [
        ("imsmanifest.xml", Manifest("imsqti_xmlv1p2")),
        ("items/q.xml", ArchiveSteps.Bytes($"""
            <questestinterop><assessment title="T"><section><item ident="a"><presentation><material><mattext texttype="text/html">{text}</mattext></material>
            <response_str ident="r"><render_fib/></response_str></presentation></item></section></assessment></questestinterop>
            """)),
        .. files,
    ]);

    private static byte[] Qti2(string text, string option, params (string Name, byte[] Content)[] files) => ArchiveSteps.Zip(
    [
        ("imsmanifest.xml", Manifest("imsqti_item_xmlv2p1")),
        ("items/q.xml", ArchiveSteps.Bytes($"""
            <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="q" title="q"><responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier">
            <correctResponse><value>A</value></correctResponse></responseDeclaration><itemBody>{text}<choiceInteraction responseIdentifier="RESPONSE" maxChoices="1">
            <simpleChoice identifier="A">{option}</simpleChoice><simpleChoice identifier="B">India</simpleChoice></choiceInteraction></itemBody></assessmentItem>
            """)),
        .. files,
    ]);

    private static byte[] Manifest(string type) => ArchiveSteps.Bytes($"""
        <manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"><resources><resource type="{type}" href="items/q.xml"/></resources></manifest>
        """);
}
