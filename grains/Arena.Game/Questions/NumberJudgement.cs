using Arena.Game.Vocabulary;

namespace Arena.Game.Questions;

/// <summary>How a number is judged.</summary>
internal static class NumberJudgement
{
    public static Judgement Of(AnswerValue answer, decimal value, decimal tolerance, NumberScoring scoring)
    {
        if (answer is not NumberAnswer { Value: var number } || !NumberLimits.Has(number))
            return Judgement.Wrong;
        var distance = Math.Abs(number - value);
        if (distance == 0 || (scoring == NumberScoring.Range && distance <= tolerance))
            return Judgement.Correct;
        return scoring == NumberScoring.Nearest && distance < tolerance
            ? new(Verdict.Partial, (double)(1 - (distance / tolerance)))
            : Judgement.Wrong;
    }
}
