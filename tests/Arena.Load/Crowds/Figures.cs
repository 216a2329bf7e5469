using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace Arena.Load.Crowds;

/// <summary>The output of a program: columns of named figures, as a table or as JSON.</summary>
internal sealed class Figures
{
    private readonly List<(string Column, Dictionary<string, string> Rows)> _columns = [];

    public Figures Column(string column)
    {
        _columns.Add((column, []));
        return this;
    }

    /// <summary>Adds to the last column.</summary>
    public Figures Row(string figure, FormattableString value)
    {
        _columns[^1].Rows[figure] = value.ToString(CultureInfo.InvariantCulture);
        return this;
    }

    public void Print(bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(_columns.ToDictionary(column => column.Column, column => column.Rows)));
            return;
        }
        var table = new Table().AddColumn("figure");
        foreach (var (column, _) in _columns)
            table.AddColumn(new TableColumn(column).RightAligned());
        foreach (var figure in _columns.SelectMany(column => column.Rows.Keys).Distinct())
            table.AddRow([figure, .. _columns.Select(column => column.Rows.GetValueOrDefault(figure, "-"))]);
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 60 + (24 * _columns.Count));
        AnsiConsole.Write(table);
    }
}
