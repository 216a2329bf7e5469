namespace Arena.Game.Vocabulary;

/// <summary>How a question is answered. On the wire and in logs it is its name in camelCase: types are added, never renamed.</summary>
public enum QuestionType
{
    /// <summary>One of 2 to 8 options.</summary>
    SingleChoice,
    /// <summary>One of two options.</summary>
    TrueFalse,
    /// <summary>Any of 2 to 8 options.</summary>
    MultipleChoice,
    /// <summary>One of 2 to 8 options, of which none is right.</summary>
    Poll,
    /// <summary>A text that is compared with those that are accepted.</summary>
    TypedAnswer,
    /// <summary>A number that is typed.</summary>
    Number,
    /// <summary>A number that is picked on a scale.</summary>
    Slider,
    /// <summary>Items that are put in order.</summary>
    Order,
    /// <summary>Pairs that are put together.</summary>
    Match,
    /// <summary>A place that is found on a picture.</summary>
    Pin,
    /// <summary>A step of a scale, of which none is right.</summary>
    Rating,
    /// <summary>Up to three words that everyone sees.</summary>
    WordCloud,
    /// <summary>A text that hosts see.</summary>
    OpenText,
    /// <summary>Text to read, without an answer.</summary>
    Slide,
}
