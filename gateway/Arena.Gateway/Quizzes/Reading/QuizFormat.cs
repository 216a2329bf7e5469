namespace Arena.Gateway.Quizzes.Reading;

/// <summary>What a file of questions may be written in.</summary>
public enum QuizFormat
{
    /// <summary>Arena's JSON if it begins with a brace or a bracket, else OpenTriviaQA's text.</summary>
    Auto,
    /// <summary>The text format of OpenTriviaQA.</summary>
    OpenTriviaQa,
    /// <summary>Arena's own JSON.</summary>
    Arena,
}
