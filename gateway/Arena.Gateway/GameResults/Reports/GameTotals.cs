namespace Arena.Gateway.GameResults.Reports;

/// <summary>The figures of a game, up to the last question that is closed.</summary>
/// <param name="Players">How many players have a seat; those whom the host removed do not count.</param>
/// <param name="TookPart">How many of them answered at least once.</param>
/// <param name="Finished">How many of those did not leave before the end (<see cref="PlayerReport.HasLeft"/>).</param>
/// <param name="Answers">All answers.</param>
/// <param name="PossibleAnswers">How many there could have been: one of each player to each question that the player could answer.</param>
/// <param name="Right">Right answers.</param>
/// <param name="PossibleRight">How many there could have been.</param>
internal sealed record GameTotals(int Players, int TookPart, int Finished, int Answers, int PossibleAnswers, int Right, int PossibleRight);
