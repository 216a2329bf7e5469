using System.Globalization;
using System.Text.RegularExpressions;

namespace Arena.Game.Tests.Architecture;

/// <summary>
/// Plain English: words by which a private style shows are rare in documents, comments, log messages and the names of tests. A failure lists
/// them with their files; a client, a caller or a subscriber has a name, and a state has a noun.
/// </summary>
public sealed partial class MarkerWordTests
{
    private const double PerThousandWords = 1;

    private static readonly string[] Skipped = ["bin", "obj", "node_modules", "wwwroot", ".git", ".svelte-kit", "artifacts", "fixtures", "OpenIdProvider"];

    [Fact]
    public void Each_folder_has_at_most_one_marker_word_in_a_thousand_words()
    {
        var found = Files(Repository.Root)
            .Select(file => Path.GetRelativePath(Repository.Root, file))
            .Select(file => (File: file, Prose: Prose.Of(file, File.ReadAllText(Path.Combine(Repository.Root, file)))))
            .Select(file => (file.File, Words: Word().Count(file.Prose), Markers: Marker().Matches(file.Prose).Select(marker => marker.Value).ToList()))
            .GroupBy(file => FolderOf(file.File))
            .Select(folder => (Name: folder.Key, Words: folder.Sum(file => file.Words), Markers: folder.Sum(file => file.Markers.Count), Files: folder.Where(file => file.Markers.Count > 0).ToList()))
            .OrderBy(folder => folder.Name, StringComparer.Ordinal)
            .ToList();
        foreach (var (name, words, markers, _) in found)
            TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-32}{words,8} words{markers,5} markers{1000.0 * markers / Math.Max(words, 1),6:0.00} in 1,000"));
        Assert.True(found.Sum(folder => folder.Words) > 50_000);
        var faults = found.Where(folder => folder.Markers > Math.Ceiling(folder.Words * PerThousandWords / 1000))
            .SelectMany(folder => folder.Files.Select(file => $"{file.File}: {string.Join(", ", file.Markers)}"));
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("A.cs", "var x = 1;\t// nobody is told", 2)]
    [InlineData("A.cs", "/// <summary>The client sends what is new.</summary>", 1)]
    [InlineData("A.cs", "var nobody = \"goes on\";", 0)]
    [InlineData("ATests.cs", "public void\tNobody_hears_it()", 2)]
    [InlineData("A.cs", "[LoggerMessage(1, LogLevel.Information, \"Session {Id} goes on\")]", 1)]
    [InlineData("a.test.ts", "it('tells whoever is there', () => {})", 2)]
    [InlineData("a.md", "Somebody calls `whoever`.", 1)]
    [InlineData("a.sh", "# for ever", 1)]
    public void Markers_are_found_in_prose_alone(string file, string text, int markers) => Assert.Equal(markers, Marker().Count(Prose.Of(file, text)));

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder)
        .Concat(Directory.EnumerateDirectories(folder).Where(inner => !Skipped.Contains(Path.GetFileName(inner))).SelectMany(Files));

    /// <summary>The first two folders: <c>gateway/Arena.Gateway</c>; what lies above them counts together.</summary>
    private static string FolderOf(string file) => file.Split(Path.DirectorySeparatorChar) switch
    {
        [var top, var project, _, ..] => $"{top}/{project}",
        [var top, _] => top,
        _ => ".",
    };

    [GeneratedRegex(@"[\p{L}']+")]
    private static partial Regex Word();

    [GeneratedRegex(
        @"\b(?:nobody|somebody|anybody|everybody|whoever|whomever|anew|besides|for ever|at hand|again and again|(?:go|goes|going|went|hold|holds|held) on|"
        + @"(?:is|are|be|was|were|been) told|tells|hears|who (?:has|have)|what (?:is|was|has))\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Marker();
}
