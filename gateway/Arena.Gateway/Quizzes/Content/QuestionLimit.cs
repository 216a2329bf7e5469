using Arena.Game.Vocabulary;

namespace Arena.Gateway.Quizzes.Content;

/// <summary>How many questions a quiz may have.</summary>
/// <param name="Most">So many.</param>
/// <param name="Beyond">The error of a quiz that has more.</param>
internal sealed record QuestionLimit(int Most, QuizErrorCode Beyond)
{
    /// <summary>That of accounts.</summary>
    public static QuestionLimit OfAccount { get; } = new(GameLimits.MaxQuizQuestions, QuizErrorCode.TooManyQuestions);

    /// <summary>That of authors without an account, who cost nothing to make: each of their requests must cost little.</summary>
    public static QuestionLimit OfGuest(int most) => most < OfAccount.Most ? new(most, QuizErrorCode.TooManyQuestionsForGuest) : OfAccount;
}
