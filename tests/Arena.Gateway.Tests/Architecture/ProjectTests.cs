using System.Xml.Linq;

namespace Arena.Gateway.Tests.Architecture;

/// <summary>Which project of the product may reference which.</summary>
public sealed class ProjectTests
{
    private static readonly Dictionary<string, string[]> References = new()
    {
        ["Arena.Game"] = [],
        ["Arena.GrainInterfaces"] = ["Arena.Game"],
        ["Arena.Grains"] = ["Arena.Game", "Arena.GrainInterfaces"],
        ["Arena.Storage"] = ["Arena.Grains"],
        ["Arena.Storage.Design"] = ["Arena.Storage"],
        ["Arena.Hosting"] = ["Arena.Grains", "Arena.Storage"],
        ["Arena.Silo"] = ["Arena.Hosting"],
        ["Arena.Cli"] = ["Arena.Storage"],
        ["Arena.Gateway"] = ["Arena.GrainInterfaces", "Arena.Hosting"],
    };

    private static string[] Projects { get; } =
        [.. new[] { "gateway", "grain-interfaces", "grains", "silo" }.SelectMany(folder =>
            Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "Arena.*.csproj", SearchOption.AllDirectories))];

    [Fact]
    public void A_project_references_only_the_projects_that_it_may()
    {
        var found = Projects.ToDictionary(project => Path.GetFileNameWithoutExtension(project), ReferencesOf);
        Assert.Equal(References.Select(Line).Order(StringComparer.Ordinal), found.Select(Line).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nothing_references_a_program() => Assert.Empty(
        from project in Projects
        from reference in ReferencesOf(project)
        where Projects.Single(other => Path.GetFileNameWithoutExtension(other) == reference) is var referenced && IsProgram(referenced)
        select $"{Path.GetFileNameWithoutExtension(project)} -> {reference}");

    /// <summary>Shared code of tests is in the test kit.</summary>
    [Fact]
    public void No_project_compiles_sources_of_another() => Assert.Empty(
        from project in Directory.EnumerateFiles(Repository.Root, "Arena.*.csproj", SearchOption.AllDirectories)
        from compiled in XDocument.Load(project).Descendants("Compile")
        where compiled.Attribute("Include")?.Value.Contains("..", StringComparison.Ordinal) == true
        select $"{Path.GetFileName(project)} compiles {compiled.Attribute("Include")!.Value}");

    private static string[] ReferencesOf(string project) =>
        [.. XDocument.Load(project).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value))
            .Order(StringComparer.Ordinal)];

    private static bool IsProgram(string project) => XDocument.Load(project) is { Root: { } root }
        && (root.Descendants("OutputType").Any(type => type.Value == "Exe") || root.Attribute("Sdk")!.Value == "Microsoft.NET.Sdk.Web");

    private static string Line(KeyValuePair<string, string[]> project) => $"{project.Key} -> {string.Join(", ", project.Value)}";
}
