namespace Arena.Gateway.GameResults.Files;

internal sealed partial record ReportWords
{
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
    };
}
