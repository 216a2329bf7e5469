using System.Runtime.Versioning;
using System.Text.RegularExpressions;

namespace Arena.Gateway.Tests.Security;

/// <summary>What the builds of a public forge do and may.</summary>
public sealed partial class SupplyChainTests
{
    private static readonly string[] Workflows =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, ".github/workflows"), "*.yml").Select(File.ReadAllText)];

    [Fact]
    public void Actions_are_named_by_commit_since_a_tag_can_be_moved() => Assert.All(
        Workflows.SelectMany(workflow => Uses().Matches(workflow)), used => Assert.Matches("^[a-z-]+/[a-z-]+@[0-9a-f]{40} # v[0-9.]+$", used.Groups[1].Value));

    [Fact]
    public void A_build_may_read_and_nothing_else() => Assert.All(Workflows, workflow =>
    {
        Assert.Contains("\npermissions:\n  contents: read\n", workflow, StringComparison.Ordinal);
        Assert.DoesNotContain("write", workflow, StringComparison.Ordinal);
        Assert.DoesNotContain("pull_request_target", workflow, StringComparison.Ordinal);
        Assert.Equal(Regex.Count(workflow, "actions/checkout@"), Regex.Count(workflow, "persist-credentials: false"));
    });

    [Fact]
    [UnsupportedOSPlatform("windows")]
    [Asvs("15.1.1", "15.1.2", "15.2.1")]
    public void Every_build_tests_asks_for_advisories_and_writes_what_it_is_made_of()
    {
        var all = string.Concat(Workflows);
        Assert.All((string[])[".ci/run", "deploy/audit.sh", "deploy/sbom.sh"], script =>
        {
            Assert.Contains($"- run: {script}\n", all, StringComparison.Ordinal);
            Assert.True(File.GetUnixFileMode(Path.Combine(Repository.Root, script)).HasFlag(UnixFileMode.UserExecute), script);
        });
        Assert.Contains("schedule:", all, StringComparison.Ordinal);
        Assert.Matches("(?i)within.*30 days.*90 days", File.ReadAllText(Path.Combine(Repository.Root, "SECURITY.md")).ReplaceLineEndings(" "));
        Assert.All(
            (string[])["gateway/Arena.Gateway/packages.lock.json", "silo/Arena.Silo/packages.lock.json", "silo/Arena.Cli/packages.lock.json", "gateway/web/package-lock.json"],
            file => Assert.True(File.Exists(Path.Combine(Repository.Root, file)), file));
    }

    [GeneratedRegex("uses: (.*)$", RegexOptions.Multiline)]
    private static partial Regex Uses();
}
