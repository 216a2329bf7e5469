using System.Text.RegularExpressions;

namespace Arena.Gateway.Tests.Docs;

/// <summary>What the documentation says of files and settings is true, and the README stays short.</summary>
public sealed partial class DocumentationTests
{
    private const string Rewrite = "ARENA_WRITE_SETTINGS";
    private const int ReadmeWords = 900;

    public static TheoryData<string> Pages =>
        [.. Directory.EnumerateFiles(Repository.Root, "*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "deploy"), "*.md", SearchOption.AllDirectories))
            .Select(page => Path.GetRelativePath(Repository.Root, page))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_leads_to_a_file_and_a_heading_that_exist(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;
        foreach (var link in Link().Matches(File.ReadAllText(Path.Combine(Repository.Root, page))).Select(match => match.Groups[1].Value))
        {
            if (link.Contains("://", StringComparison.Ordinal))
                continue;
            var (file, heading) = link.Split('#') is [var path, var anchor] ? (path, anchor) : (link, null);
            var target = file.Length == 0 ? Path.Combine(Repository.Root, page) : Path.GetFullPath(Path.Combine(folder, file));
            Assert.True(Path.Exists(target), $"{page} links to {link}, which is not there.");
            if (heading is not null)
                Assert.True(Headings(target).Contains(heading), $"{page} links to {link}, which has no such heading.");
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_path_that_is_named_exists(string page)
    {
        foreach (var path in NamedPath().Matches(File.ReadAllText(Path.Combine(Repository.Root, page))).Select(match => match.Groups[1].Value))
        {
            var inRepository = path.StartsWith("lib/", StringComparison.Ordinal) ? $"gateway/web/src/{path}" : path;
            Assert.True(Path.Exists(Path.Combine(Repository.Root, inRepository)), $"{page} names {path}, which is not there.");
        }
    }

    [Fact]
    public void The_readme_has_at_most_900_words() =>
        Assert.InRange(File.ReadAllText(Path.Combine(Repository.Root, "README.md")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 1, ReadmeWords);

    [Fact]
    public void The_page_of_settings_is_what_the_options_classes_say()
    {
        var page = Path.Combine(Repository.Root, "docs/operate/settings.md");
        var defined = SettingsPage.Write();
        if (Environment.GetEnvironmentVariable(Rewrite) is not null)
            File.WriteAllText(page, defined);
        Assert.True(
            defined == File.ReadAllText(page),
            $"docs/operate/settings.md differs from the options classes. Write it again: {Rewrite}=1 dotnet run -c Release --project tests/Arena.Gateway.Tests -- "
                + $"--filter-class {typeof(DocumentationTests).FullName}");
    }

    [Fact]
    public void The_page_of_exports_is_what_the_formats_keep()
    {
        var page = Path.Combine(Repository.Root, "docs/exports.md");
        var found = ExportPage.Write();
        if (Environment.GetEnvironmentVariable(Rewrite) is not null)
            File.WriteAllText(page, found);
        Assert.True(found == File.ReadAllText(page), $"docs/exports.md differs from what the exports keep. Write it again with {Rewrite}=1, as the page of settings.");
    }

    [Theory]
    [InlineData("docs/operate/configuration.md")]
    [InlineData("docs/operate/cluster.md")]
    public void Every_key_that_is_explained_exists(string page)
    {
        var known = SettingsPage.Keys;
        var explained = ExplainedKeys().Matches(File.ReadAllText(Path.Combine(Repository.Root, page))).Select(match => match.Groups[1].Value);
        Assert.DoesNotContain(explained, key => SettingsPage.IsCovered(key) && !known.Contains(key));
    }

    /// <summary>The anchors of a page, as forges make them of its headings.</summary>
    private static HashSet<string> Headings(string page) =>
        [.. File.ReadLines(page).Where(line => line.StartsWith('#'))
            .Select(line => NotInAnchors().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'))];

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    /// <summary>From the root, or the web client's library; not what a build makes, and no pattern.</summary>
    [GeneratedRegex(@"`((?:deploy|docs|gateway|grain-interfaces|grains|lib|silo|tests)/(?![^`]*/(?:bin|obj)/)[\w./\[\]()-]+)`")]
    private static partial Regex NamedPath();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchors();

    [GeneratedRegex(@"`(Arena:[A-Za-z]+:[A-Za-z:]+?)(?::0)?`")]
    private static partial Regex ExplainedKeys();
}
