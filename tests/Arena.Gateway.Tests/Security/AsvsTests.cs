using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Arena.Gateway.Tests.Security;

/// <summary>deploy/security/asvs.md names no test, script or page that is not there, no requirement twice, and counts right.</summary>
public sealed partial class AsvsTests
{
    private static readonly string Root = Path.GetFullPath(typeof(AsvsTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "Repository").Value!);

    private static readonly string[][] Lines =
        [.. File.ReadLines(Path.Combine(Root, "deploy/security/asvs.md")).Where(line => line.StartsWith('|')).Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))];

    private static readonly List<(string[] Requirements, string State, string How, string ShownBy)> Rows =
        [.. Lines.Where(cells => cells.Length == 4 && char.IsAsciiDigit(cells[0][0])).Select(cells => (cells[0].Split(", "), cells[1].Trim('*'), cells[2], cells[3]))];

    [Fact]
    public void Every_test_and_every_file_that_the_page_names_is_there()
    {
        var tests = Directory.EnumerateFiles(Path.Combine(Root, "tests"), "*Tests.cs", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).ToHashSet();
        var scripts = File.ReadAllText(Path.Combine(Root, "gateway/web/package.json"));
        bool IsThere(string name) =>
            name.StartsWith("npm run ", StringComparison.Ordinal) ? scripts.Contains($"\"{name["npm run ".Length..]}\":", StringComparison.Ordinal)
            : name.EndsWith(".test.ts", StringComparison.Ordinal) ? Directory.EnumerateFiles(Path.Combine(Root, "gateway/web/src"), name, SearchOption.AllDirectories).Any()
            : tests.Contains(name) || Directory.Exists(Path.Combine(Root, "tests", $"Arena.{name}"));
        var missing = Rows.SelectMany(row => Quoted().Matches(row.ShownBy)).Select(match => match.Groups[1].Value).Where(name => !IsThere(name)).Distinct().ToList();
        Assert.True(missing.Count == 0, $"The page names what is not there: {string.Join(", ", missing)}");

        var files = Rows.SelectMany(row => Quoted().Matches(row.How)).Select(match => match.Groups[1].Value).Where(name => name.EndsWith(".md", StringComparison.Ordinal));
        Assert.All(files, file => Assert.True(File.Exists(Path.Combine(Root, file)), file));
    }

    [Fact]
    public void What_is_said_to_be_met_says_how_and_what_is_not_says_why() => Assert.All(Rows, row => Assert.NotEmpty(row.How));

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

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}
