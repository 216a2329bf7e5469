using Arena.Game.Views;
using Arena.Game.Vocabulary;

namespace Arena.Game.Questions;

/// <summary>Answers that are one of several.</summary>
internal static class Choices
{
    public static GameErrorCode? Normalize(AnswerValue given, int count, out AnswerValue normal)
    {
        normal = given;
        if (given is not ChoiceAnswer { Option: var option })
            return GameErrorCode.InvalidAnswer;
        if (option < 0 || option >= count)
            return GameErrorCode.UnknownOption;
        normal = ChoiceAnswer.Of(option);
        return null;
    }

    public static CountsTally Count(IEnumerable<AnswerValue> answers, int count)
    {
        var counts = new int[count];
        foreach (var answer in answers)
        {
            if (answer is ChoiceAnswer { Option: var option } && option >= 0 && option < count)
                counts[option]++;
        }
        return new([.. counts]);
    }
}
