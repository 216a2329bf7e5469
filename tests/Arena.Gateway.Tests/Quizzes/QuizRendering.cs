using System.Text;
using System.Text.Json;
using Arena.Game.Questions;
using Arena.Gateway.Http;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Rest;

namespace Arena.Gateway.Tests.Quizzes;

/// <summary>Quizzes as files.</summary>
internal static class QuizRendering
{
    private static readonly JsonSerializerOptions Json = MakeOptions();

    /// <summary>As the gateway exports it.</summary>
    public static string AsJson(QuizContent quiz) => JsonSerializer.Serialize(QuizDocument.Of(quiz), Json);

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
