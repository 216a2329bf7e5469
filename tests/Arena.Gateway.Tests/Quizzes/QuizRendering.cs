using System.Text;
using System.Text.Json;
using Arena.Game.Questions;
using Arena.Gateway.Http;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Rest;
using Arena.Gateway.Quizzes.Writing;

namespace Arena.Gateway.Tests.Quizzes;

/// <summary>Quizzes as files.</summary>
internal static class QuizRendering
{
    private static readonly JsonSerializerOptions Json = MakeOptions();

    /// <summary>As the gateway exports it.</summary>
    public static string AsJson(QuizContent quiz) => JsonSerializer.Serialize(QuizDocument.Of(quiz), Json);

    /// <summary>A question of it.</summary>
    public static JsonElement AsJson(Question question) => JsonSerializer.SerializeToElement(question, Json);

    /// <summary>A file as an export writes it, and what it lacks.</summary>
    public static (byte[] File, ExportLosses Losses) AsExport(ExportFormat format, QuizContent quiz)
    {
        using var writer = new QuizFileWriter(format, new(quiz with { Questions = [] }, QuizVersion.First(DateTimeOffset.UnixEpoch)), Json);
        writer.Add(quiz.Questions);
        StoredFile file = writer.ToFile();
        using var bytes = new MemoryStream();
        using (Stream content = file.Open())
            content.CopyTo(bytes);
        Assert.Equal(file.Length, bytes.Length);
        return (bytes.ToArray(), file.Losses);
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
