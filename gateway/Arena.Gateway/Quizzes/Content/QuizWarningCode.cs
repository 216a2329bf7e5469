namespace Arena.Gateway.Quizzes.Content;

/// <summary>An assumption about a file. On the wire it is its name in camelCase; codes are added, never renamed.</summary>
public enum QuizWarningCode
{
    /// <summary>The lines are not UTF-8 and were read as Windows-1252.</summary>
    AssumedWindows1252,
    /// <summary>The lines hold HTML entities (<c>&amp;quot;</c>), which were taken as they stand.</summary>
    HtmlEntities,
    /// <summary>The file has no byte order mark and was read as UTF-16.</summary>
    AssumedUtf16,
    /// <summary>The rows hold cells in columns that are not read.</summary>
    UnusedColumns,
    /// <summary>The questions lost a picture, sound or film.</summary>
    MediaLeftOut,
    /// <summary>The archive holds files that the quiz does not name, which are not looked at; the text names the first one.</summary>
    UnusedFiles,
}
