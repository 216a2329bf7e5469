using System.Collections.Immutable;
using Arena.Game.Questions;

namespace Arena.TestKit.Games;

public static class Quizzes
{
    /// <summary>Questions "Q0", "Q1", ... with options A to D, of which <see cref="Scenario.Right"/> is correct.</summary>
    public static Quiz Of(int count, int points = 1000, int timeLimit = 20_000) =>
        Of([.. Enumerable.Range(0, count).Select(number => Question(number, points, timeLimit))]);

    public static Quiz Of(params Question[] questions) => new(Scenario.Operation(1000), "Geography", [.. questions]);

    public static SingleChoiceQuestion Question(int number = 0, int points = 1000, int timeLimit = 20_000, int options = 4) => new(
        Scenario.Operation(2000 + number), $"Q{number}", Options(options), timeLimit, points, $"Because of {number}.");

    public static TrueFalseQuestion TrueFalse(int options = 2) => new(Scenario.Operation(3000), "True?", Options(options), 20_000, 1000);

    public static ImmutableArray<Option> Options(int count, int correct = Scenario.Right) =>
        [.. Enumerable.Range(0, count).Select(index => new Option(((char)('A' + index)).ToString(), index == correct))];
}
