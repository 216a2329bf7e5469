namespace Arena.Gateway.Accounts.MyResults;

/// <param name="SeatTokens">What a browser kept of the games that it played, 100 at most. Those that are no good, or not any more, are passed by.</param>
public sealed record ResultClaim(IReadOnlyList<string>? SeatTokens);

/// <param name="Own">How many of these seats are the account's now.</param>
public sealed record ClaimReply(int Own);

/// <summary>How a game ended for the account, which played it.</summary>
/// <param name="GameId">The session.</param>
/// <param name="Title">The quiz's title, unless the quiz is gone.</param>
/// <param name="Nickname">The name it was played under.</param>
/// <param name="Score">In the end.</param>
/// <param name="Rank">As on the podium: from 1, players with equal points share a rank; left out for a player whom the host removed.</param>
/// <param name="Players">How many were in the game when it ended.</param>
/// <param name="EndedAt">When it ended.</param>
public sealed record OwnResult(Guid GameId, string? Title, string Nickname, long Score, int? Rank, int Players, DateTimeOffset EndedAt);
