namespace Arena.Gateway.Quizzes.Reading;

/// <summary>What holds the questions of a file.</summary>
internal enum SourceKind
{
    /// <summary>Text: UTF-8, or lines in a code page.</summary>
    Text,
    /// <summary>XML of a format that is known.</summary>
    Markup,
    /// <summary>An Office Open XML workbook (.xlsx).</summary>
    Workbook,
    /// <summary>An archive with an IMS manifest (QTI).</summary>
    Package,
    /// <summary>A gzip file.</summary>
    Gzip,
}
