using System.Text.Json;
using Arena.Game.Questions;
using Arena.Grains.Session;

namespace Arena.Grains;

/// <summary>A quiz as it is kept with its keys for sessions that are launched later, in the form of the journal.</summary>
public static class QuizSnapshot
{
    /// <summary>Writes a quiz.</summary>
    public static string Write(Quiz quiz) => JsonSerializer.Serialize(quiz, JournalJson.Options);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static Quiz Read(string json) => JsonSerializer.Deserialize<Quiz>(json, JournalJson.Options)!;
}
