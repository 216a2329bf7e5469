using System.Collections.Immutable;
using Arena.Game.Vocabulary;

namespace Arena.GrainInterfaces;

/// <summary>
/// An answer between gateway and silo. A choice, which nearly all answers are, is its number, as in the releases that knew no other kind; every
/// other kind is written in JSON.
/// </summary>
public static class AnswerBody
{
    /// <summary>The answer is of another kind.</summary>
    public const int NoChoice = -1;

    private static readonly ImmutableArray<JsonBody<AnswerValue>> Written =
        [.. Enumerable.Range(0, GameLimits.MaxOptions).Select(option => WireJson.Body<AnswerValue>(ChoiceAnswer.Of(option)))];

    /// <summary>The number of a choice.</summary>
    public static int ChoiceOf(AnswerValue answer) => answer is ChoiceAnswer choice ? choice.Option : NoChoice;

    /// <summary>The JSON of an answer that is no choice, or null.</summary>
    public static JsonBody<AnswerValue>? OtherOf(AnswerValue answer) => answer is ChoiceAnswer ? null : WireJson.Body(answer);

    /// <summary>The JSON of a choice.</summary>
    public static JsonBody<AnswerValue> Of(int choice) =>
        choice >= 0 && choice < Written.Length ? Written[choice] : WireJson.Body<AnswerValue>(ChoiceAnswer.Of(choice));

    /// <summary>The answer, or null if this release knows no such kind.</summary>
    public static AnswerValue? Read(int choice, JsonBody<AnswerValue>? other) =>
        other is { } written ? WireJson.TryRead(written) : ChoiceAnswer.Of(choice);
}
