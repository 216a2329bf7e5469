using System.Text.RegularExpressions;

namespace Arena.Game.Tests.Architecture;

/// <summary>What people read in a file: documents, comments, log messages and the names of tests. Code, and the texts of the interface, are left out.</summary>
internal static partial class Prose
{
    public static string Of(string file, string text) => Path.GetExtension(file) switch
    {
        ".md" => Code().Replace(text, " "),
        ".cs" => Join(CommentsOf(text), LogMessage().Matches(text).Select(message => message.Value), TestNamesOf(file, text)),
        ".ts" or ".js" or ".mjs" or ".css" => Join(CommentsOf(text), TestNamesOf(file, text)),
        ".svelte" => Join(CommentsOf(text), Markup().Matches(text).Select(comment => comment.Value)),
        ".csproj" or ".props" or ".targets" or ".html" => Join(Markup().Matches(text).Select(comment => comment.Value)),
        ".sh" or ".yml" or ".cfg" or ".service" => Join(HashComment().Matches(text).Select(comment => comment.Value)),
        _ => "",
    };

    private static IEnumerable<string> CommentsOf(string text) => Comment().Matches(text).Select(comment => Tag().Replace(comment.Value, " "));

    private static IEnumerable<string> TestNamesOf(string file, string text) =>
        file.EndsWith(".test.ts", StringComparison.Ordinal) ? WebTestName().Matches(text).Select(name => name.Groups["name"].Value)
        : file.EndsWith("Tests.cs", StringComparison.Ordinal) ? TestName().Matches(text).Select(name => name.Groups["name"].Value.Replace('_', ' '))
        : [];

    private static string Join(params IEnumerable<string>[] parts) => string.Join('\n', parts.SelectMany(part => part));

    [GeneratedRegex(@"```.*?```|`[^`\n]*`|\]\([^)]*\)", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<=^|\s)//.*?$|/\*.*?\*/", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?<=\[LoggerMessage\().*?(?=\)\]\r?$)", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex LogMessage();

    [GeneratedRegex(@"(?:Task|void)\s(?<name>[A-Z]\w*_\w+)\(")]
    private static partial Regex TestName();

    [GeneratedRegex("""\b(?:it|test|describe)(?:\.each\(.*?\))?\((?<quote>['"`])(?<name>.*?)\k<quote>""")]
    private static partial Regex WebTestName();

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Markup();

    [GeneratedRegex(@"(?<=^|\s)#(?!!).*$", RegexOptions.Multiline)]
    private static partial Regex HashComment();
}
