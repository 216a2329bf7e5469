using Arena.Game.Results;

namespace Arena.Gateway.GameResults.Files;

/// <summary>The headings of a file in one language.</summary>
internal sealed partial record ReportWords
{
    public required string Game { get; init; }
    public required string Questions { get; init; }
    public required string Players { get; init; }
    public required string Answers { get; init; }
    public required string Title { get; init; }
    public required string Code { get; init; }
    public required string Launched { get; init; }
    public required string Ended { get; init; }
    public required string TookPart { get; init; }
    public required string Finished { get; init; }
    public required string Of { get; init; }
    public required string Number { get; init; }
    public required string Question { get; init; }
    public required string Asked { get; init; }
    public required string Right { get; init; }
    public required string Partly { get; init; }
    public required string Wrong { get; init; }
    public required string Unscored { get; init; }
    public required string None { get; init; }
    public required string LowerQuartile { get; init; }
    public required string Median { get; init; }
    public required string UpperQuartile { get; init; }
    public required string Discrimination { get; init; }
    public required string Rank { get; init; }
    public required string Name { get; init; }
    public required string Team { get; init; }
    public required string Points { get; init; }
    public required string LastQuestion { get; init; }
    public required string LastAnswer { get; init; }
    public required string Left { get; init; }
    public required string Yes { get; init; }
    public required string Answer { get; init; }
    public required string Result { get; init; }
    public required string Seconds { get; init; }
    public required string Skipped { get; init; }

    public static ReportWords For(ReportLanguage language) => language switch
    {
        ReportLanguage.Fr => French,
        ReportLanguage.Es => Spanish,
        _ => English,
    };

    /// <summary>What a result is called; empty for a question that was not the player's to answer.</summary>
    public string NameOf(Outcome outcome) => outcome switch
    {
        Outcome.Right => Right,
        Outcome.Partly => Partly,
        Outcome.Wrong => Wrong,
        Outcome.Unscored => Unscored,
        Outcome.None => None,
        _ => "",
    };
}
