namespace Arena.Gateway.GameResults.Files;

/// <summary>What a report is written in.</summary>
internal enum ReportFormat
{
    /// <summary>Separated values: the players, with a column for each question's outcome and time.</summary>
    Csv,

    /// <summary>A workbook: the game, its questions, its players, and each answer.</summary>
    Xlsx,
}
