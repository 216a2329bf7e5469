namespace Arena.Load.Campaigns;

/// <summary>The result of one run.</summary>
/// <param name="Seed">Reproduces it.</param>
/// <param name="When">Where in the game the process was killed.</param>
/// <param name="Acknowledged">Answers that players were promised.</param>
/// <param name="Given">Answers that players gave.</param>
/// <param name="Repeated">Operations that were sent again after they had been acknowledged, each of which must answer as it did.</param>
/// <param name="Audit">What the database says.</param>
/// <param name="Faults">What players saw that must not be.</param>
/// <param name="Back">From the kill until the first player was in the game again.</param>
/// <param name="Returns">Players who reconnected.</param>
/// <param name="Took">The whole run.</param>
internal sealed record KillReport(
    int Seed, string When, int Acknowledged, int Given, int Repeated, Audit Audit, IReadOnlyDictionary<string, int> Faults, TimeSpan? Back,
    int Returns, TimeSpan Took)
{
    public bool IsClean => Audit.IsClean && Faults.Count == 0;
}
