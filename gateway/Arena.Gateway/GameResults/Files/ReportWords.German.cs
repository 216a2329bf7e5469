namespace Arena.Gateway.GameResults.Files;

internal sealed partial record ReportWords
{
    private static ReportWords German { get; } = new()
    {
        Game = "Spiel",
        Questions = "Fragen",
        Players = "Spieler",
        Answers = "Antworten",
        Title = "Quiz",
        Code = "Spielcode",
        Launched = "Gestartet (UTC)",
        Ended = "Beendet (UTC)",
        TookPart = "Haben mitgespielt",
        Finished = "Bis zum Ende dabei",
        Of = "von",
        Number = "Nr.",
        Question = "Frage",
        Asked = "Gefragte Spieler",
        Right = "Richtig",
        Partly = "Teilweise richtig",
        Wrong = "Falsch",
        Unscored = "Beantwortet",
        None = "Keine Antwort",
        LowerQuartile = "Unteres Quartil (s)",
        Median = "Median (s)",
        UpperQuartile = "Oberes Quartil (s)",
        Discrimination = "Trennschärfe",
        Rank = "Platz",
        Name = "Name",
        Team = "Team",
        Points = "Punkte",
        LastQuestion = "Zuletzt beantwortete Frage",
        LastAnswer = "Letzte Antwort (UTC)",
        Left = "Vorzeitig gegangen",
        Yes = "ja",
        Answer = "Antwort",
        Result = "Ergebnis",
        Seconds = "Sekunden",
        Skipped = "übersprungen",
    };
}
