using System.Collections.Immutable;
using Arena.Game.Vocabulary;

namespace Arena.Game.Questions;

/// <summary>What a session plays: a copy taken at launch, so that later edits of the quiz never reach a running game.</summary>
/// <param name="Id">The quiz this was copied from.</param>
/// <param name="Title">Shown in the lobby.</param>
/// <param name="Questions">In the order they are asked.</param>
public sealed record Quiz(Guid Id, string Title, ImmutableArray<Question> Questions);

/// <summary>One question with its key.</summary>
/// <param name="Id">Identity within the quiz.</param>
/// <param name="Type">How it is answered.</param>
/// <param name="Prompt">The question's text.</param>
/// <param name="Options">2 to 8 of them (2 for true/false), at least one correct.</param>
/// <param name="TimeLimitMs">How long it is open.</param>
/// <param name="Points">What a correct answer is worth at most: 0, 1000 or 2000.</param>
/// <param name="Explanation">Shown with the reveal.</param>
public sealed record Question(
    Guid Id, QuestionType Type, string Prompt, ImmutableArray<Option> Options, int TimeLimitMs, int Points, string? Explanation = null);

/// <summary>One possible answer. <paramref name="IsCorrect"/> is the key: it never leaves the core before the reveal.</summary>
public sealed record Option(string Label, bool IsCorrect);
