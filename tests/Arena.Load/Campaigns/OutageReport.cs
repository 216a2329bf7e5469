namespace Arena.Load.Campaigns;

/// <summary>What an outage of the database did to a game.</summary>
/// <param name="Acknowledged">Answers that players were promised in the whole game.</param>
/// <param name="Given">Answers that players gave.</param>
/// <param name="AcknowledgedMeanwhile">Answers that were promised while the server was gone: there is nowhere to put them, so none.</param>
/// <param name="Waiting">Answers that waited at once, at most.</param>
/// <param name="Backlog">Answers that waited when the server was ready again.</param>
/// <param name="Drained">Of them, those that were acknowledged.</param>
/// <param name="Suspended">Notifications to players that the game is suspended.</param>
/// <param name="SuspendedAtTheEnd">Players whose game was still suspended when the server was ready again.</param>
/// <param name="ToSuspension">From the stop until all players were notified.</param>
/// <param name="ToFirst">From the server's being ready until the first waiting answer was acknowledged.</param>
/// <param name="ToGo">From the server's being ready until all players were notified that the game resumed.</param>
/// <param name="ToLast">From the server's being ready until the last waiting answer was acknowledged.</param>
/// <param name="Before">Arena's memory before, in bytes.</param>
/// <param name="Peak">At most.</param>
/// <param name="After">Once all was acknowledged.</param>
/// <param name="LogLines">Lines that Arena logged from the stop until all was acknowledged.</param>
/// <param name="Audit">What the database says at the end of the game.</param>
/// <param name="Faults">What players saw that must not be.</param>
internal sealed record OutageReport(
    int Acknowledged, int Given, int AcknowledgedMeanwhile, int Waiting, int Backlog, int Drained, int Suspended, int SuspendedAtTheEnd, TimeSpan? ToSuspension,
    TimeSpan? ToFirst, TimeSpan? ToGo, TimeSpan? ToLast, long Before, long Peak, long After, int LogLines, Audit Audit, IReadOnlyDictionary<string, int> Faults)
{
    private static readonly TimeSpan Prompt = TimeSpan.FromSeconds(10);

    public bool IsClean => Audit.IsClean && Faults.Count == 0 && AcknowledgedMeanwhile == 0 && Drained == Backlog && ToSuspension is not null
        && ToGo <= Prompt && ToLast <= Prompt;
}
