using System.Text;
using System.Text.Json;
using Arena.Game.Questions;
using Arena.Gateway.Http;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Packing;
using Arena.Gateway.Quizzes.Rest;
using Arena.Gateway.Quizzes.Writing;
using Arena.Storage.Model;

namespace Arena.Gateway.Tests.Quizzes;

/// <summary>Quizzes as files.</summary>
internal static class QuizRendering
{
    private static readonly JsonSerializerOptions Json = MakeOptions();

    /// <summary>Archives know no time before 1980.</summary>
    private static readonly DateTimeOffset Stored = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>As the gateway exports it.</summary>
    public static string AsJson(QuizContent quiz) => JsonSerializer.Serialize(QuizDocument.Of(quiz), Json);

    /// <summary>A question of it.</summary>
    public static JsonElement AsJson(Question question) => JsonSerializer.SerializeToElement(question, Json);

    /// <summary>A file as an export writes it, and what it lacks.</summary>
    public static (byte[] File, ExportLosses Losses) AsExport(ExportFormat format, QuizContent quiz)
    {
        StoredFile file = AsStored(format, quiz);
        using var bytes = new MemoryStream();
        using (Stream content = file.Open())
            content.CopyTo(bytes);
        Assert.Equal(file.Length, bytes.Length);
        return (format is ExportFormat.Moodle or ExportFormat.Qti && file.Media.Count > 0 ? WithMedia(file, format) : bytes.ToArray(), file.Losses);
    }

    /// <summary>The file without the content of its media.</summary>
    public static StoredFile AsStored(ExportFormat format, QuizContent quiz)
    {
        using var writer = new QuizFileWriter(format, new(quiz with { Questions = [] }, QuizVersion.First(Stored)), Json);
        writer.Add(quiz.Questions);
        return writer.ToFile();
    }

    /// <summary>Rows of the media that a file names. The content of each is its name.</summary>
    public static MediaRow[] MediaOf(StoredFile file) =>
    [
        .. file.Media.SelectMany(question => question.Names).Distinct()
            .Select(name => new MediaRow { Name = name, ContentType = "image/webp", Widths = "", Bytes = name.Length, CreatedAt = Stored }),
    ];

    public static Task<Stream?> OpenAsync(MediaRow row) => Task.FromResult<Stream?>(new MemoryStream(Encoding.ASCII.GetBytes(row.Name)));

    private static byte[] WithMedia(StoredFile file, ExportFormat format)
    {
        using var sent = new MemoryStream();
        Task written = format == ExportFormat.Moodle
            ? EmbeddedMedia.WriteAsync(file, long.MaxValue, MediaOf(file), OpenAsync, sent, CancellationToken.None)
            : MediaArchive.WriteAsync(file, format, MediaOf(file), OpenAsync, sent, CancellationToken.None);
        written.GetAwaiter().GetResult();
        return sent.ToArray();
    }

    public static byte[] AsOpenTrivia(QuizContent quiz, string lineEnd)
    {
        var text = new StringBuilder();
        foreach (OptionsQuestion question in quiz.Questions)
        {
            text.Append("#Q ").Append(question.Prompt.Replace("\n", lineEnd)).Append(lineEnd);
            text.Append("^ ").Append(question.Options.Single(option => option.IsCorrect).Label).Append(lineEnd);
            for (int index = 0; index < question.Options.Length; index++)
                text.Append((char)('A' + index)).Append(' ').Append(question.Options[index].Label).Append(lineEnd);
            text.Append(lineEnd);
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        ApiRegistration.ConfigureJson(options);
        QuizJson.Configure(options);
        return options;
    }
}
