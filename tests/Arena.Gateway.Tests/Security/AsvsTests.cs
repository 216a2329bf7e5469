using System.Globalization;
using System.Text.RegularExpressions;

namespace Arena.Gateway.Tests.Security;

/// <summary>
/// deploy/security/asvs.md names for each requirement exactly the classes that have a test of it, by <see cref="AsvsAttribute"/>, and no script or
/// page that is not there; it has no requirement twice, and counts right.
/// </summary>
public sealed partial class AsvsTests
{
    private const string Script = "npm run ";

    private static readonly string[][] Lines =
        [.. File.ReadLines(Path.Combine(Repository.Root, "deploy/security/asvs.md")).Where(line => line.StartsWith('|')).Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))];

    private static readonly List<(string[] Requirements, string State, string How, string ShownBy)> Rows =
        [.. Lines.Where(cells => cells.Length == 4 && char.IsAsciiDigit(cells[0][0])).Select(cells => (cells[0].Split(", "), cells[1].Trim('*'), cells[2], cells[3]))];

    /// <summary>In sources, since the tests of all projects count: for each class the requirements of its tests.</summary>
    private static readonly List<(string Class, string Requirement)> Shown =
        [.. Sources("tests", "*.cs").SelectMany(file => ByAttribute().Matches(File.ReadAllText(file))
                .SelectMany(match => Quotes().Matches(match.Groups[1].Value)).Select(match => (Path.GetFileNameWithoutExtension(file), match.Groups[1].Value))),
            .. Sources("gateway/web/src", "*.test.ts").SelectMany(file => ByComment().Matches(File.ReadAllText(file))
                .SelectMany(match => match.Groups[1].Value.Split(", ")).Select(requirement => (Path.GetFileName(file), requirement)))];

    [Fact]
    public void A_row_names_the_classes_that_have_a_test_of_one_of_its_requirements_and_no_others() => Assert.All(Rows, row => Assert.Equal(
        Shown.Where(shown => row.Requirements.Contains(shown.Requirement)).Select(shown => shown.Class).Distinct().Order(StringComparer.Ordinal),
        Named(row.ShownBy).Order(StringComparer.Ordinal)));

    [Fact]
    public void Where_a_row_names_tests_each_of_its_requirements_has_one() => Assert.All(Rows.Where(row => Named(row.ShownBy).Any()), row =>
        Assert.All(row.Requirements, requirement => Assert.Contains(Shown, shown => shown.Requirement == requirement)));

    [Fact]
    public void No_test_shows_a_requirement_that_the_page_does_not_have() =>
        Assert.Empty(Shown.Select(shown => shown.Requirement).Except(Rows.SelectMany(row => row.Requirements)));

    [Fact]
    public void Every_script_and_every_file_that_the_page_names_is_there()
    {
        var scripts = File.ReadAllText(Path.Combine(Repository.Root, "gateway/web/package.json"));
        Assert.All(Rows.SelectMany(row => Quoted().Matches(row.ShownBy)).Select(match => match.Groups[1].Value).Where(IsScript), name =>
            Assert.Contains($"\"{name[Script.Length..]}\":", scripts, StringComparison.Ordinal));
        var files = Rows.SelectMany(row => Quoted().Matches(row.How)).Select(match => match.Groups[1].Value)
            .Where(name => name.EndsWith(".md", StringComparison.Ordinal) || name.EndsWith(".sh", StringComparison.Ordinal));
        Assert.All(files, file => Assert.True(File.Exists(Path.Combine(Repository.Root, file)), file));
    }

    [Fact]
    public void Every_requirement_states_how_it_is_met_or_why_it_is_not() => Assert.All(Rows, row => Assert.NotEmpty(row.How));

    [Fact]
    public void Every_requirement_has_one_row_and_the_page_counts_right()
    {
        var requirements = Rows.SelectMany(row => row.Requirements).ToList();
        Assert.Empty(requirements.GroupBy(each => each).Where(same => same.Count() > 1).Select(same => same.Key));
        Assert.All(requirements, each => Assert.Matches("^[0-9]{1,2}(\\.[0-9]{1,2}){2}$", each));
        // Of ASVS 5.0, at the levels 1 and 2.
        Assert.Equal(253, requirements.Count);
        var heads = Lines.Single(cells => cells[0] == "met" && cells.Length == 5);
        var counts = Lines.Single(cells => cells.Length == 5 && char.IsAsciiDigit(cells[0][0]));
        Assert.Equal(
            heads.Zip(counts.Select(count => int.Parse(count, CultureInfo.InvariantCulture))),
            heads.Select(state => (state, Rows.Where(row => row.State == state).Sum(row => row.Requirements.Length))));
    }

    private static bool IsScript(string name) => name.StartsWith(Script, StringComparison.Ordinal);

    private static IEnumerable<string> Named(string shownBy) =>
        Quoted().Matches(shownBy).Select(match => match.Groups[1].Value).Where(name => !IsScript(name)).Distinct();

    private static IEnumerable<string> Sources(string folder, string pattern) => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, folder), pattern, SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex(@"\[Asvs\(([^)]*)\)\]\s+public ")]
    private static partial Regex ByAttribute();

    [GeneratedRegex(@"// ASVS ([0-9., ]*[0-9])\s")]
    private static partial Regex ByComment();

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Quotes();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}
