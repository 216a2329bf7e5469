using Arena.Game.Views;
using Arena.Game.Vocabulary;

namespace Arena.Game.Questions;

/// <summary>Counts numbers: each by itself where few differ, else in ranges of one width.</summary>
internal static class NumberTallies
{
    public static NumbersTally Count(IEnumerable<AnswerValue> answers)
    {
        decimal[] numbers = [.. answers.OfType<NumberAnswer>().Select(answer => answer.Value).Where(NumberLimits.Has).Order()];
        var distinct = numbers.Distinct().ToArray();
        if (distinct.Length <= GameLimits.MaxTallyBins)
            return new([.. distinct.Select(number => new NumberBin(number, number, numbers.Count(other => other == number)))]);
        var (from, width) = (distinct[0], (distinct[^1] - distinct[0]) / GameLimits.MaxTallyBins);
        var counts = new int[GameLimits.MaxTallyBins];
        foreach (var number in numbers)
            counts[Math.Min((int)((number - from) / width), counts.Length - 1)]++;
        return new([.. counts.Select((count, bin) => new NumberBin(
            from + (bin * width), bin == counts.Length - 1 ? distinct[^1] : from + ((bin + 1) * width), count))]);
    }
}
