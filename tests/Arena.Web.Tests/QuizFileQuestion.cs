namespace Arena.Web.Tests;

/// <param name="Prompt">The question.</param>
/// <param name="Correct">The index of its right option.</param>
internal sealed record QuizFileQuestion(string Prompt, int Correct);
