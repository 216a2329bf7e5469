using Microsoft.AspNetCore.Http.HttpResults;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>The JSON Schema of Arena's own JSON, as it lies in this folder.</summary>
internal static class QuizSchema
{
    public const string Route = "/api/schemas/quiz.json";
    public const string ContentType = "application/schema+json";

    private const string Resource = "quiz.schema.json";

    public static FileStreamHttpResult Get() =>
        TypedResults.Stream(typeof(QuizSchema).Assembly.GetManifestResourceStream(Resource)!, ContentType);
}
