namespace Arena.Game.Vocabulary;

/// <summary>How one session is played. Fixed at launch, except what host commands change.</summary>
public sealed record SessionSettings
{
    /// <summary>Which game is played. Logs of releases that had only one name none.</summary>
    public GameMode Mode { get; init; } = new ClassicMode();

    /// <summary>How a single player goes through the questions alone; null for a game with a host.</summary>
    public SelfPace? Pace { get; init; }

    /// <summary>How points depend on time.</summary>
    public ScoringFormula Formula { get; init; } = ScoringFormula.Speed;

    /// <summary>Whether correct answers in a row earn a bonus.</summary>
    public bool StreakBonus { get; init; } = true;

    /// <summary>Whether players may join once the game has started.</summary>
    public bool LateJoin { get; init; } = true;

    /// <summary>Whether the game moves on by itself after reveal and standings.</summary>
    public bool AutoAdvance { get; init; }

    /// <summary>Whether the game continues by itself while no host is connected; otherwise it waits for a host after the open question.</summary>
    public bool ContinueWithoutHost { get; init; }

    /// <summary>How many of the quiz's questions are asked.</summary>
    public int QuestionCount { get; init; } = 10;

    /// <summary>Whether the questions are drawn from the whole quiz at random; otherwise they are its first ones, in order.</summary>
    public bool Shuffle { get; init; }

    /// <summary>Whether questions have no time limit: they close when everyone has answered or the host advances, and a correct answer earns all points.</summary>
    public bool Untimed { get; init; }

    /// <summary>Whether only hosts see a player's name until a host has approved it.</summary>
    public bool ApproveNames { get; init; }

    /// <summary>Whether names, and words of a cloud, with words that offend are refused.</summary>
    public bool FilterNames { get; init; } = true;

    /// <summary>Whether players can send reactions to the big screen between the questions.</summary>
    public bool Reactions { get; init; } = true;

    /// <summary>How many teams the players form: 0 for none, else 2 to 8. A team's score is the average of its players'.</summary>
    public int Teams { get; init; }

    /// <summary>Which power-ups players can earn and use, or null for none, as in every game before there were any.</summary>
    public PowerUpSettings? PowerUps { get; init; }

    /// <summary>How long "get ready" is shown before a question.</summary>
    public int GetReadyMs { get; init; } = 3_000;

    /// <summary>How long the reveal is shown when the game moves on by itself.</summary>
    public int RevealMs { get; init; } = 6_000;

    /// <summary>How long the standings are shown when the game moves on by itself.</summary>
    public int StandingsMs { get; init; } = 6_000;

    /// <summary>How long the first places stay hidden after the last question, to be shown one after the other; 0 shows all at once.</summary>
    public int FinaleMs { get; init; }

    /// <summary>How many players may join.</summary>
    public int MaxPlayers { get; init; } = 2_000;
}

/// <summary>How the points of a correct answer depend on its time.</summary>
public enum ScoringFormula
{
    /// <summary>Kahoot's: half of the points for being right, half for being fast; all of them within the first half second.</summary>
    Speed,
    /// <summary>All of the points for any correct answer in time.</summary>
    Flat,
}
