namespace Arena.Gateway.Quizzes.Reading.Tables;

/// <summary>Which column of a table holds what, found by the words of its header row.</summary>
internal sealed class TableHeader
{
    private readonly Dictionary<int, ColumnRole> _roles = [];

    private TableHeader(TableRow row)
    {
        Row = row;
        for (int column = 0; column < row.Cells.Count; column++)
        {
            if (!row[column].IsBlank)
                _roles[column] = HeaderWords.RoleOf(row[column].Text);
        }
        Question = First(ColumnRole.Question);
        Correct = First(ColumnRole.Correct);
        Time = First(ColumnRole.Time);
        Type = First(ColumnRole.Type);
        Explanation = First(ColumnRole.Explanation);
        Points = First(ColumnRole.Points);
        Picture = First(ColumnRole.Picture);
        Options = All(ColumnRole.Option);
        Wrong = All(ColumnRole.Wrong);
        Used = [.. new[] { Question, Correct, Time, Type, Explanation }.OfType<int>(), .. Options, .. Wrong];
    }

    public TableRow Row { get; }

    public int? Question { get; }

    public int? Correct { get; }

    public int? Time { get; }

    public int? Type { get; }

    public int? Explanation { get; }

    public int? Points { get; }

    public int? Picture { get; }

    /// <summary>The columns of the options, in their order.</summary>
    public IReadOnlyList<int> Options { get; }

    /// <summary>The columns of wrong options, where the right one has a column of its own.</summary>
    public IReadOnlyList<int> Wrong { get; }

    /// <summary>The columns that make a question.</summary>
    public IReadOnlyList<int> Used { get; }

    /// <summary>The header, if the row is that of a table of questions.</summary>
    public static TableHeader? Of(TableRow row)
    {
        if (row.Cells.Count < 2)
            return null;
        var header = new TableHeader(row);
        bool isTable = header.Question is not null
            && (header.Options.Count >= 2 || (header.Correct is not null && header.Wrong.Count > 0));
        return isTable ? header : null;
    }

    /// <summary>Whether the column has a role, be it that of a number.</summary>
    public bool Knows(int column) => _roles.TryGetValue(column, out ColumnRole role) && role != ColumnRole.None;

    private int? First(ColumnRole role)
    {
        IReadOnlyList<int> columns = All(role);
        return columns.Count == 0 ? null : columns[0];
    }

    private IReadOnlyList<int> All(ColumnRole role) => [.. _roles.Where(column => column.Value == role).Select(column => column.Key).Order()];
}
