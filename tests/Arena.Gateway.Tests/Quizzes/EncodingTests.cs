using System.Text;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Reading;

namespace Arena.Gateway.Tests.Quizzes;

/// <summary>Text in code pages: read where that is beyond doubt or plausible, refused where it would be nonsense.</summary>
public sealed class EncodingTests
{
    [Theory]
    [InlineData("Où est le château d’If ?")]
    [InlineData("Süße Größe: 20 °C – 30 °C")]
    [InlineData("¿Qué significa «mañana»?")]
    [InlineData("ÎLE DE RÉ")]
    [InlineData("Þýðing á íslensku")]
    [InlineData("Hääyöaie, säätää")]
    [InlineData("col·lecció, œuvre, naïve")]
    public void Western_European_text_in_Windows_1252_is_read_with_a_warning(string prompt)
    {
        QuizReading reading = Read(prompt, 1252);
        Assert.Equal(prompt, reading.Content!.Questions.Single().Prompt);
        Assert.Equal([(QuizWarningCode.AssumedWindows1252, 1, 1, $"#Q {prompt}")], reading.Warnings.Select(warning => (warning.Code, warning.Line, warning.Count, warning.Text)));
    }

    [Theory]
    [InlineData("Столица России?", 1251)]
    [InlineData("Столиця України?", 1251)]
    [InlineData("Столица России?", 866)]
    [InlineData("Столица России?", 20866)]
    [InlineData("Ποια είναι η πρωτεύουσα;", 1253)]
    [InlineData("מהי בירת ישראל?", 1255)]
    [InlineData("ما عاصمة مصر؟", 1256)]
    [InlineData("日本の首都は？", 932)]
    [InlineData("中国的首都是哪里？", 936)]
    [InlineData("한국의 수도는?", 949)]
    [InlineData("Która miłość, żółw?", 1250)]
    [InlineData("Café à Genève", 10000)]
    [InlineData("Müller à Genève", 850)]
    public void Text_of_another_code_page_is_not_taken_for_Windows_1252(string prompt, int codePage)
    {
        QuizReading reading = Read(prompt, codePage);
        Assert.Null(reading.Content);
        Assert.Equal([(QuizErrorCode.UnsupportedEncoding, 1)], reading.Errors.Select(error => (error.Code, error.Line)));
    }

    [Fact]
    public void Amid_UTF_8_a_line_of_another_code_page_spoils_its_question_alone()
    {
        byte[] file = [.. "#Q Café?\n^ Yes\nA Yes\nB No\n\n"u8, .. File("Столица России?", 1251)];
        QuizReading reading = QuizFiles.Read(file, QuizFormat.Auto, "T", skipInvalid: true);
        Assert.Equal(["Café?"], reading.Content!.Questions.Select(question => question.Prompt));
        Assert.Equal([(QuizErrorCode.UnsupportedEncoding, 6)], reading.Errors.Select(error => (error.Code, error.Line)));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-32BE")]
    public void A_byte_order_mark_decides_for_both_formats(string name)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        foreach (string text in (string[])["#Q Столица?\n^ Yes\nA Yes\nB No\n",
            """{"arena":1,"title":"T","questions":[{"type":"trueFalse","prompt":"Столица?","options":[{"label":"a","correct":true},{"label":"b"}]}]}"""])
        {
            QuizReading reading = QuizFiles.Read((byte[])[.. encoding.GetPreamble(), .. encoding.GetBytes(text)], QuizFormat.Auto, "T");
            Assert.Equal("Столица?", reading.Content!.Questions.Single().Prompt);
            Assert.Empty(reading.Warnings);
        }
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void UTF_16_without_a_byte_order_mark_is_read_with_a_warning(string name)
    {
        QuizReading reading = QuizFiles.Read(Encoding.GetEncoding(name).GetBytes("#Q Why?\n^ Yes\nA Yes\nB No\n"), QuizFormat.Auto, "T");
        Assert.Equal("Why?", Assert.Single(reading.Content!.Questions).Prompt);
        Assert.Equal([(QuizWarningCode.AssumedUtf16, 1, "#Q Why?")], reading.Warnings.Select(warning => (warning.Code, warning.Line, warning.Text)));
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-8", true)]
    public void A_table_is_read_in_every_encoding_that_a_spreadsheet_saves(string name, bool isMarked)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        byte[] file = [.. isMarked ? encoding.GetPreamble() : [], .. encoding.GetBytes("Question\tRéponse 1\tRéponse 2\tBonne réponse\r\nOù ?\tici\tlà\tB\r\n")];
        Assert.Equal("Où ?", QuizFiles.Read(file, QuizFormat.Auto, "T").Content?.Questions.Single().Prompt);
    }

    [Theory]
    [InlineData("iso-8859-1", 28591, "Où est-ce ?")]
    [InlineData("windows-1251", 1251, "Столица?")]
    [InlineData("utf-8", 65001, "Столица?")]
    public void XML_is_read_in_the_encoding_that_it_names(string name, int codePage, string prompt)
    {
        Encoding encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);
        byte[] file = encoding.GetBytes($"<?xml version=\"1.0\" encoding=\"{name}\"?><quiz><question type=\"truefalse\"><questiontext><text>{prompt}</text></questiontext>"
            + "<answer fraction=\"100\"><text>true</text></answer><answer fraction=\"0\"><text>false</text></answer></question></quiz>");
        Assert.Equal(prompt, QuizFiles.Read(file, QuizFormat.Auto, "T").Content?.Questions.Single().Prompt);
    }

    [Fact]
    public void XML_in_an_encoding_that_it_does_not_name_is_refused_as_such() => Assert.Equal(
        [QuizErrorCode.UnsupportedEncoding],
        QuizFiles.Read((byte[])[.. "<quiz>"u8, .. File("Столица?", 1251)], QuizFormat.Auto, "T").Errors.Select(error => error.Code));

    [Theory]
    [InlineData("%PDF-1.7 ...", QuizErrorCode.PdfFile)]
    [InlineData(@"{\rtf1\ansi ...", QuizErrorCode.DocumentFile)]
    [InlineData("SQLite format 3\0 ...", QuizErrorCode.DatabaseFile)]
    [InlineData("GIF89a...", QuizErrorCode.ImageFile)]
    [InlineData("OggS...", QuizErrorCode.MediaFile)]
    [InlineData("\u001F\u008B\b...", QuizErrorCode.ArchiveFile)]
    [InlineData("7z\u00BC\u00AF\u0027\u001C...", QuizErrorCode.ArchiveFile)]
    [InlineData("PK\u0003\u0004 ppt/presentation.xml", QuizErrorCode.PresentationFile)]
    [InlineData("PK\u0003\u0004 mimetypeapplication/vnd.oasis.opendocument.text", QuizErrorCode.DocumentFile)]
    [InlineData("<!DOCTYPE html><html>", QuizErrorCode.MarkupFile)]
    [InlineData("\u0001\u0002\u0003\u0004\u0005\u0006\u0001\u0002\u0003\u0004", QuizErrorCode.BinaryFile)]
    [InlineData(" \r\n\t", QuizErrorCode.NoQuestions)]
    [Asvs("5.2.2")]
    public void Content_that_is_not_text_is_refused_with_one_fault_that_names_its_kind(string content, QuizErrorCode fault)
    {
        foreach (QuizFormat format in Enum.GetValues<QuizFormat>())
            Assert.Equal([fault], QuizFiles.Read(Encoding.Latin1.GetBytes(content), format, "T", skipInvalid: true).Errors.Select(error => error.Code));
    }

    [Fact]
    public void A_single_control_character_is_named_as_one_and_spoils_its_question_alone()
    {
        byte[] file = Encoding.UTF8.GetBytes("#Q a\0b?\n^ Yes\nA Yes\nB No\n#Q Sound?\n^ Yes\nA Yes\nB No\n");
        QuizReading reading = QuizFiles.Read(file, QuizFormat.Auto, "T", skipInvalid: true);
        Assert.Equal([(QuizErrorCode.ControlCharacter, 1)], reading.Errors.Select(error => (error.Code, error.Line)));
        Assert.Equal("Sound?", Assert.Single(reading.Content!.Questions).Prompt);
    }

    private static QuizReading Read(string prompt, int codePage) => QuizFiles.Read(File(prompt, codePage), QuizFormat.Auto, "T", skipInvalid: true);

    private static byte[] File(string prompt, int codePage) =>
        CodePagesEncodingProvider.Instance.GetEncoding(codePage)!.GetBytes($"#Q {prompt}\n^ Yes\nA Yes\nB No\n");
}
