using System.Globalization;
using Arena.Game.Questions;
using Arena.Game.Vocabulary;

namespace Arena.Gateway.Quizzes.Writing;

/// <summary>A number as other programs have it: right within a tolerance, and nothing earned beyond.</summary>
internal readonly record struct WrittenNumber(decimal Value, decimal Tolerance)
{
    /// <summary>Division by it leaves no zeros behind the last decimal.</summary>
    private const decimal One = 1.000000000000000000000000000m;

    /// <summary>That of a question; what it says beyond is counted.</summary>
    public static WrittenNumber Of(NumberQuestion question, LossCounter losses)
    {
        var written = new WrittenNumber(question.Value, question.Scoring == NumberScoring.Exact ? 0 : Rounded(question.Tolerance));
        if (written.Tolerance != question.Tolerance)
            losses.Change(question, "tolerance");
        if (question.Scoring != (written.Tolerance == 0 ? NumberScoring.Exact : NumberScoring.Range))
            losses.Change(question, "scoring");
        if (question.Decimals != Math.Max(Decimals(written.Value), Decimals(written.Tolerance)))
            losses.Change(question, "decimals");
        return written;
    }

    /// <summary>The nearest that a number can say of a slider: what earns half of the points there is right.</summary>
    public static WrittenNumber Of(SliderQuestion question, LossCounter losses)
    {
        losses.Change(question, "type");
        return new(Rounded(question.Value), Rounded(question.Tolerance / 2));
    }

    /// <summary>Whether no number of a slider has more decimals than files may have.</summary>
    public static bool IsExact(SliderQuestion slider) =>
        Array.TrueForAll([slider.Min, slider.Max, slider.Step, slider.Value, slider.Tolerance], number => Rounded(number) == number);

    public static string Text(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>As GIFT and tables write it.</summary>
    public override string ToString() => Tolerance == 0 ? Text(Value) : $"{Text(Value)}:{Text(Tolerance)}";

    private static decimal Rounded(decimal number) => Math.Round(number, GameLimits.MaxDecimals);

    private static int Decimals(decimal number) => (number / One).Scale;
}
