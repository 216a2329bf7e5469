using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Arena.Game.Questions;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>How the game's questions are written as documents: without what only a session has, and an option's key under its name in files.</summary>
internal static class QuizJson
{
    private static readonly string[] OfSessions = ["id", "shown"];

    public static void Configure(JsonSerializerOptions json) =>
        json.TypeInfoResolver = (json.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(Shape);

    private static void Shape(JsonTypeInfo type)
    {
        if (type.Type == typeof(Option))
            type.Properties.Single(property => property.Name == "isCorrect").Name = "correct";
        if (!type.Type.IsAssignableTo(typeof(Question)))
            return;
        foreach (JsonPropertyInfo property in type.Properties.Where(property => OfSessions.Contains(property.Name)))
            (property.Get, property.Set) = (null, null);
    }
}
