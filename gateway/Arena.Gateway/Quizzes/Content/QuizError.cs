namespace Arena.Gateway.Quizzes.Content;

/// <summary>One thing that is wrong with a quiz, and where.</summary>
/// <param name="Line">Line of the body, from 1.</param>
/// <param name="Column">For JSON: character of the line, from 1.</param>
/// <param name="Path">For JSON: the path to the value, such as <c>$.questions[3].options[0].label</c>.</param>
/// <param name="Code">The error, to be translated by the client.</param>
/// <param name="Text">The beginning of the text there, 80 characters at most.</param>
/// <param name="Member">The name of the field that is missing or wrong, as in Arena's own JSON.</param>
/// <param name="Limit">The limit that is not kept: characters, entries or the number itself.</param>
public sealed record QuizError(int Line, int? Column, string? Path, QuizErrorCode Code, string? Text, string? Member = null, int? Limit = null);
