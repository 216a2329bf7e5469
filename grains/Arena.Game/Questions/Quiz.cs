using System.Collections.Immutable;

namespace Arena.Game.Questions;

/// <summary>What a session plays: a copy taken at launch, so that later edits of the quiz never reach a running game.</summary>
/// <param name="Id">The quiz this was copied from.</param>
/// <param name="Title">Shown in the lobby.</param>
/// <param name="Questions">In the order they are asked.</param>
public sealed record Quiz(Guid Id, string Title, ImmutableArray<Question> Questions);
