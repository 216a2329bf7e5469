using Arena.Game.Results;
using Arena.Game.Vocabulary;

namespace Arena.Gateway.GameResults.Files;

/// <summary>The headings of a file in one language.</summary>
internal sealed record ReportWords
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
    public required string Month { get; init; }
    public required string Games { get; init; }
    public required string InQuiz { get; init; }
    public required string First { get; init; }
    public required string Last { get; init; }

    public static ReportWords For(ReportLanguage language) => language == ReportLanguage.Fr ? French : English;

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

    private static ReportWords English { get; } = new()
    {
        Game = "Game",
        Questions = "Questions",
        Players = "Players",
        Answers = "Answers",
        Title = "Quiz",
        Code = "Game code",
        Launched = "Launched (UTC)",
        Ended = "Ended (UTC)",
        TookPart = "Took part",
        Finished = "Stayed to the end",
        Of = "of",
        Number = "No.",
        Question = "Question",
        Asked = "Players asked",
        Right = "Correct",
        Partly = "Partly correct",
        Wrong = "Wrong",
        Unscored = "Answered",
        None = "No answer",
        LowerQuartile = "Lower quartile (s)",
        Median = "Median (s)",
        UpperQuartile = "Upper quartile (s)",
        Discrimination = "Discrimination",
        Rank = "Rank",
        Name = "Name",
        Team = "Team",
        Points = "Points",
        LastQuestion = "Last question answered",
        LastAnswer = "Last answer (UTC)",
        Left = "Left early",
        Yes = "yes",
        Answer = "Answer",
        Result = "Result",
        Seconds = "Seconds",
        Skipped = "skipped",
        Mode = "Game mode",
        Classic = "Classic",
        Survivor = "Survivor",
        Race = "Race",
        Confidence = "Confidence",
        SharedDevice = "Teams, one device each",
        Misses = "Misses until a player is out",
        Goal = "Points to reach",
        Talk = "Time to talk (s)",
        PointsBySpeed = "Faster answers earn more",
        StreakBonus = "Bonus for answers in a row",
        Untimed = "No time limits",
        Drawn = "Questions drawn at random",
        Teams = "Teams",
        Lives = "Lives left",
        OutAfter = "Out after question",
        GoalReached = "Goal reached",
        Stake = "Bet",
        No = "no",
        Month = "Month",
        Games = "Games",
        InQuiz = "In the quiz now",
        First = "First asked (UTC)",
        Last = "Last asked (UTC)",
    };

    private static ReportWords French { get; } = new()
    {
        Game = "Partie",
        Questions = "Questions",
        Players = "Joueurs",
        Answers = "Réponses",
        Title = "Quiz",
        Code = "Code de la partie",
        Launched = "Lancée le (UTC)",
        Ended = "Terminée le (UTC)",
        TookPart = "Ont participé",
        Finished = "Restés jusqu’à la fin",
        Of = "sur",
        Number = "N°",
        Question = "Question",
        Asked = "Joueurs interrogés",
        Right = "Juste",
        Partly = "En partie juste",
        Wrong = "Faux",
        Unscored = "Répondu",
        None = "Sans réponse",
        LowerQuartile = "Premier quartile (s)",
        Median = "Médiane (s)",
        UpperQuartile = "Troisième quartile (s)",
        Discrimination = "Discrimination",
        Rank = "Rang",
        Name = "Nom",
        Team = "Équipe",
        Points = "Points",
        LastQuestion = "Dernière question répondue",
        LastAnswer = "Dernière réponse (UTC)",
        Left = "Parti avant la fin",
        Yes = "oui",
        Answer = "Réponse",
        Result = "Résultat",
        Seconds = "Secondes",
        Skipped = "passée",
        Mode = "Mode de jeu",
        Classic = "Classique",
        Survivor = "Survie",
        Race = "Course",
        Confidence = "Confiance",
        SharedDevice = "Équipes, un appareil chacune",
        Misses = "Erreurs avant l’élimination",
        Goal = "Points à atteindre",
        Talk = "Temps de concertation (s)",
        PointsBySpeed = "Points selon la rapidité",
        StreakBonus = "Bonus de série",
        Untimed = "Sans limite de temps",
        Drawn = "Questions tirées au sort",
        Teams = "Équipes",
        Lives = "Vies restantes",
        OutAfter = "Éliminé après la question",
        GoalReached = "Objectif atteint",
        Stake = "Mise",
        No = "non",
        Month = "Mois",
        Games = "Parties",
        InQuiz = "Actuellement dans le quiz",
        First = "Posée pour la première fois le (UTC)",
        Last = "Posée pour la dernière fois le (UTC)",
    };
}
