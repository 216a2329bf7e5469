namespace Arena.Game.Vocabulary;

/// <summary>How a question is answered.</summary>
public enum QuestionType
{
    /// <summary>One of 2 to 8 options.</summary>
    SingleChoice,
    /// <summary>One of two options.</summary>
    TrueFalse,
}
