namespace Arena.Gateway.Quizzes.Content;

/// <summary>Something about a file that was imported by an assumption, which its author should check.</summary>
/// <param name="Code">The assumption, to be translated by the client.</param>
/// <param name="Line">The first line that it is about, from 1.</param>
/// <param name="Count">How many lines it is about.</param>
/// <param name="Text">The beginning of the first line as it was read, 80 characters at most.</param>
public sealed record QuizWarning(QuizWarningCode Code, int Line, int Count, string Text);
