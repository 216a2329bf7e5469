using Arena.GrainInterfaces;

namespace Arena.Gateway.Boards;

/// <param name="Name">3 to 20 letters, digits and <c>. _ -</c> between them: what everyone with an account sees on boards.</param>
public sealed record BoardNameChange(string? Name);

/// <param name="Name">What the account is called on boards; null if it is on none, as every account is at first.</param>
public sealed record BoardNameReply(string? Name);

/// <summary>A board.</summary>
/// <param name="Lines">The best 100, best first; equal points share a rank (1, 1, 3).</param>
/// <param name="Own">The caller's line, wherever it is; null for who is not on the board.</param>
/// <param name="Count">How many lines there are.</param>
public sealed record BoardReply(IReadOnlyList<BoardLine> Lines, BoardLine? Own, int Count);

/// <summary>A quiz whose board the caller may see.</summary>
/// <param name="Id">The quiz.</param>
/// <param name="Title">Its title.</param>
public sealed record BoardQuiz(Guid Id, string Title);
