using Arena.Game.Questions;

namespace Arena.Gateway.Quizzes.Writing;

/// <summary>The accepted texts of a question in formats that take each once.</summary>
internal static class AcceptedTexts
{
    /// <summary>Counts those that differ from another only in what the format does not tell apart.</summary>
    public static void Check(TypedAnswerQuestion question, bool isCaseSensitive, LossCounter losses)
    {
        StringComparer same = isCaseSensitive ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;
        if (question.Accepted.Distinct(same).Count() < question.Accepted.Length)
            losses.Change(question, "accepted");
    }
}
