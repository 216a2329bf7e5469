namespace Arena.Gateway.Quizzes.Writing;

/// <summary>What a file is to those who receive it.</summary>
/// <param name="ContentType">Its media type.</param>
/// <param name="Extension">The end of its name, with the dot.</param>
/// <param name="IsArchive">Whether it is compressed as it is.</param>
internal sealed record FileKind(string ContentType, string Extension, bool IsArchive)
{
    public static FileKind Of(ExportFormat format) => format switch
    {
        ExportFormat.Arena => new("application/json; charset=utf-8", ".json", IsArchive: false),
        ExportFormat.Csv => new("text/csv; charset=utf-8", ".csv", IsArchive: false),
        ExportFormat.Kahoot => new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx", IsArchive: true),
        ExportFormat.Gift => new("text/plain; charset=utf-8", ".gift.txt", IsArchive: false),
        ExportFormat.Moodle => new("application/xml; charset=utf-8", ".xml", IsArchive: false),
        ExportFormat.Qti => new("application/zip", ".zip", IsArchive: true),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };
}
