using Arena.Game.Views;
using Arena.Game.Vocabulary;

namespace Arena.Game.Questions;

/// <summary>Answers that are one text.</summary>
internal static class Texts
{
    public static GameErrorCode? Normalize(AnswerValue given, int maxLength, out AnswerValue normal)
    {
        normal = given;
        if (given is not TextAnswer { Text: var raw } || AnswerText.Clean(raw, maxLength) is not { } text)
            return GameErrorCode.InvalidAnswer;
        normal = new TextAnswer(text);
        return null;
    }

    /// <summary>The texts of those answers that are as they are kept.</summary>
    public static IEnumerable<string> Of(IEnumerable<AnswerValue> answers, int maxLength) =>
        answers.OfType<TextAnswer>().Select(answer => AnswerText.Clean(answer.Text, maxLength)).OfType<string>();

    /// <summary>Some lines of a tally, the others counted.</summary>
    public static TextsTally Only(TextsTally tally, Func<TextLine, bool> isShown) => new(
        [.. tally.Lines.Where(isShown)], tally.More + tally.Lines.Where(line => !isShown(line)).Sum(line => line.Count));
}
