namespace Arena.Gateway.Tests.Authority;

/// <summary>The tables of docs/authority.md: the expected answer for each role.</summary>
internal static class AuthorityTable
{
    private const string ByRole = "| route |";
    private const string ByConnection = "| method |";
    private const string ByScope = "| route, with a key |";

    public static IReadOnlyList<string> Roles { get; } = Header(ByRole);

    public static IReadOnlyList<string> HubRoles { get; } = Header(ByConnection);

    public static IReadOnlyList<string> Scopes { get; } = Header(ByScope);

    /// <summary>By route, as <c>GET /path</c>: a status for each role.</summary>
    public static IReadOnlyDictionary<string, string[]> Routes { get; } = Table(ByRole);

    /// <summary>By method of the hub: a refusal or <c>ok</c> for each role.</summary>
    public static IReadOnlyDictionary<string, string[]> Methods { get; } = Table(ByConnection);

    /// <summary>By route that an API key can call: a status for each scope.</summary>
    public static IReadOnlyDictionary<string, string[]> KeyRoutes { get; } = Table(ByScope);

    private static IEnumerable<string> Lines => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "authority.md"));

    private static string[] Header(string start) => Cells(Lines.Single(line => line.StartsWith(start, StringComparison.Ordinal)))[1..];

    private static Dictionary<string, string[]> Table(string start) => Lines
        .SkipWhile(line => !line.StartsWith(start, StringComparison.Ordinal)).Skip(2)
        .TakeWhile(line => line.StartsWith('|'))
        .Select(Cells)
        .ToDictionary(cells => cells[0].Trim('`'), cells => cells[1..]);

    private static string[] Cells(string line) => line.Trim('|').Split('|', StringSplitOptions.TrimEntries);
}
