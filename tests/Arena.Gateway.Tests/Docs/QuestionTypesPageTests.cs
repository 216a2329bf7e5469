using System.Text.Json;
using System.Text.RegularExpressions;
using Arena.Gateway.Tests.Quizzes;

namespace Arena.Gateway.Tests.Docs;

/// <summary>The page of question types names tests for each type in each place, and the tests exist.</summary>
public sealed partial class QuestionTypesPageTests
{
    private const string Name = @"`((?:player|screen|remote|editor)-[a-z-]+|[\w-]+\.test\.ts|\w+Tests(?:\.\w+)?)`";

    private static readonly string[] Places = ["author", "phone", "projector", "remote", "report", "import", "export", "keyboard", "screen reader"];

    private static readonly string[][] Rows =
        [.. File.ReadLines(Repository.At("docs", "question-types.md")).Where(line => line.StartsWith('|')).Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))];

    [Fact]
    public void Every_type_has_a_row_without_an_empty_cell()
    {
        Assert.Equal(Places, Rows[0].Skip(1));
        var rows = Rows.Skip(2).TakeWhile(row => row.Length == Rows[0].Length).ToList();
        Assert.Equal(EveryTypeQuiz.Types, rows.Select(row => row[0].Trim('`')));
        Assert.All(rows.SelectMany(row => row.Skip(1)), cell => Assert.Matches(OnlyTests(), cell));
    }

    [Fact]
    public void Every_test_that_is_named_exists()
    {
        var named = Rows.SelectMany(row => row).SelectMany(cell => Test().Matches(cell)).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.True(named.Count > EveryTypeQuiz.Types.Count());
        Assert.DoesNotContain(named, test => !Exists(test));
    }

    /// <summary>A story belongs to the type of its row, and is made of the type's sample.</summary>
    [Fact]
    public void Every_story_is_one_of_its_type()
    {
        var samples = Directory.EnumerateFiles(Repository.At("gateway", "web", "src", "lib", "gallery"), "*-samples.ts")
            .SelectMany(file => Sample().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).ToHashSet();
        foreach (var type in EveryTypeQuiz.Types)
        {
            var row = Rows.Single(row => row[0] == $"`{type}`");
            var stories = row.SelectMany(cell => Story().Matches(cell)).Select(match => match.Groups[1].Value);
            Assert.Equal(Enumerable.Repeat(JsonNamingPolicy.KebabCaseLower.ConvertName(type), 4), stories);
            Assert.Contains(type, samples);
        }
    }

    private static bool Exists(string test)
    {
        if (Story().IsMatch($"`{test}`"))
            return true;
        if (test.EndsWith(".ts", StringComparison.Ordinal))
            return Files(Repository.At("gateway", "web", "src"), test).Any();
        var (type, declared) = test.Split('.') is [var first, var method] ? (first, $" {method}(") : (test, $" class {test}");
        return Files(Repository.At("tests"), $"{type}.cs").Any(file => File.ReadAllText(file).Contains(declared, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Files(string folder, string name) => Directory.EnumerateFiles(folder, name, SearchOption.AllDirectories);

    [GeneratedRegex(Name)]
    private static partial Regex Test();

    [GeneratedRegex($"^{Name}(?:, {Name})*$")]
    private static partial Regex OnlyTests();

    [GeneratedRegex("`(?:player|screen|remote|editor)-([a-z-]+)`")]
    private static partial Regex Story();

    [GeneratedRegex(@"^  (\w+): \{$", RegexOptions.Multiline)]
    private static partial Regex Sample();
}
