namespace Arena.Gateway.Quizzes.Writing;

/// <summary>What a quiz may be exported as.</summary>
public enum ExportFormat
{
    /// <summary>Arena's own JSON; of a quiz with media an archive with both.</summary>
    Arena,
    /// <summary>A table with a header row, as separated values (RFC 4180).</summary>
    Csv,
    /// <summary>A workbook in the template of Kahoot.</summary>
    Kahoot,
    /// <summary>Moodle's GIFT text format.</summary>
    Gift,
    /// <summary>Moodle's XML.</summary>
    Moodle,
    /// <summary>A package of IMS QTI 2.1.</summary>
    Qti,
}
