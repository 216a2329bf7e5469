namespace Arena.Gateway.GameResults.Files;

internal sealed partial record ReportWords
{
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
    };
}
