namespace Arena.Gateway.Quizzes.Reading.Tables;

/// <summary>What a column of a table of questions holds.</summary>
internal enum ColumnRole
{
    /// <summary>Nothing that Arena reads.</summary>
    None,
    /// <summary>The question's number.</summary>
    Number,
    /// <summary>The question.</summary>
    Question,
    /// <summary>An option, right or wrong.</summary>
    Option,
    /// <summary>Which option is correct, or its text.</summary>
    Correct,
    /// <summary>A wrong option.</summary>
    Wrong,
    /// <summary>The time limit in seconds.</summary>
    Time,
    /// <summary>The question's type.</summary>
    Type,
    /// <summary>The explanation.</summary>
    Explanation,
    /// <summary>The points.</summary>
    Points,
    /// <summary>A picture, sound or film.</summary>
    Picture,
}
