using System.Collections.Immutable;
using Arena.Game.Results;
using Arena.Game.Vocabulary;

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
    public required string Mode { get; init; }
    public required string Classic { get; init; }
    public required string Survivor { get; init; }
    public required string Race { get; init; }
    public required string Confidence { get; init; }
    public required string SharedDevice { get; init; }
    public required string Misses { get; init; }
    public required string Goal { get; init; }
    public required string Talk { get; init; }
    public required string PointsBySpeed { get; init; }
    public required string StreakBonus { get; init; }
    public required string Untimed { get; init; }
    public required string Drawn { get; init; }
    public required string Teams { get; init; }
    public required string Lives { get; init; }
    public required string OutAfter { get; init; }
    public required string GoalReached { get; init; }
    public required string Stake { get; init; }
    public required string No { get; init; }
    public required string Attempts { get; init; }
    public required string Late { get; init; }
    public required string PowerUp { get; init; }
    public required string Month { get; init; }
    public required string Games { get; init; }
    public required string InQuiz { get; init; }
    public required string First { get; init; }
    public required string Last { get; init; }

    /// <summary>By <see cref="PowerUpKind"/>.</summary>
    public required ImmutableArray<string> PowerUps { get; init; }

    public static ReportWords For(ReportLanguage language) => language switch
    {
        ReportLanguage.Fr => French,
        ReportLanguage.De => German,
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

    /// <summary>What a mode is called, as in the launch.</summary>
    public string NameOf(GameMode mode) => mode switch
    {
        SurvivorMode => Survivor,
        RaceMode => Race,
        ConfidenceMode => Confidence,
        SharedDeviceMode => SharedDevice,
        _ => Classic,
    };

    /// <summary>What a power-up is called.</summary>
    public string NameOf(PowerUpKind kind) => PowerUps[(int)kind];
}
