namespace Arena.Gateway.Tests.Authority;

/// <summary>The tables of docs/authority.md: what each role is answered.</summary>
internal static class AuthorityTable
{
    public static IReadOnlyList<string> Roles { get; } = Header("| route |");

    public static IReadOnlyList<string> HubRoles { get; } = Header("| method |");

    /// <summary>By route, as <c>GET /path</c>: a status for each role.</summary>
    public static IReadOnlyDictionary<string, string[]> Routes { get; } =
        Rows().Where(row => row.Key.Contains('/', StringComparison.Ordinal)).ToDictionary(row => row.Key, row => row.Cells);

    /// <summary>By method of the hub: a refusal or <c>ok</c> for each role.</summary>
    public static IReadOnlyDictionary<string, string[]> Methods { get; } =
        Rows().Where(row => !row.Key.Contains('/', StringComparison.Ordinal)).ToDictionary(row => row.Key, row => row.Cells);

    private static IEnumerable<string> Lines => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "authority.md"));

    private static string[] Header(string start) => Cells(Lines.Single(line => line.StartsWith(start, StringComparison.Ordinal)))[1..];

    private static IEnumerable<(string Key, string[] Cells)> Rows() =>
        from line in Lines
        where line.StartsWith("| `", StringComparison.Ordinal)
        let cells = Cells(line)
        select (cells[0].Trim('`'), cells[1..]);

    private static string[] Cells(string line) => line.Trim('|').Split('|', StringSplitOptions.TrimEntries);
}
