using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading.Tables;

/// <summary>A cell as text.</summary>
/// <param name="Text">What a spreadsheet shows.</param>
/// <param name="Fault">Why that is not what its author typed, if so.</param>
internal readonly record struct TableCell(string Text, QuizErrorCode? Fault = null)
{
    /// <summary>A cell without content.</summary>
    public static TableCell Blank { get; } = new("");

    public bool IsBlank => string.IsNullOrWhiteSpace(Text);
}
