using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Arena.Game.Vocabulary;

namespace Arena.Grains.Session;

/// <summary>An answer as <c>player_answer.answer_payload</c> holds it: the JSON of an <see cref="AnswerValue"/>.</summary>
public static class AnswerPayload
{
    private static readonly ImmutableArray<string> Choices =
        [.. Enumerable.Range(0, GameLimits.MaxOptions).Select(option => JsonSerializer.Serialize<AnswerValue>(ChoiceAnswer.Of(option), JournalJson.Options))];

    /// <summary>The answer in JSON.</summary>
    public static string Write(AnswerValue answer) => answer is ChoiceAnswer { Option: >= 0 and < GameLimits.MaxOptions } choice
        ? Choices[choice.Option]
        : JsonSerializer.Serialize(answer, JournalJson.Options);

    /// <summary>
    /// The answer of a row, in the writing of <see cref="Write"/>: a database may keep JSON in another one, and releases that knew no other kind wrote a
    /// choice without it (<c>{"choice":2}</c>). JSON that is no answer stays unchanged.
    /// </summary>
    public static string Normal(string json)
    {
        try
        {
            return Write(
                JsonNode.Parse(json) is JsonObject written && !written.ContainsKey("kind") && written["choice"] is { } choice
                    ? ChoiceAnswer.Of(choice.Deserialize<int>())
                    : JsonSerializer.Deserialize<AnswerValue>(json, JournalJson.Options)!);
        }
        catch (Exception unknown) when (unknown is JsonException or NotSupportedException)
        {
            return json;
        }
    }
}
