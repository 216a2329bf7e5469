using System.Text.Json;

namespace Arena.Web.Tests;

/// <summary>Deque's accessibility rules, run on a page as it stands.</summary>
internal static class Axe
{
    private static readonly Lazy<string> Source = new(() => File.ReadAllText(Repository.At("gateway", "web", "node_modules", "axe-core", "axe.min.js")));

    /// <summary>
    /// What breaks a rule of WCAG 2.2 A or AA, in light and in dark: rule, element and reason, a line each. A theme is colours and nothing else
    /// (<c>themes.test.ts</c> sees to it), so that the second is asked about those.
    /// </summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page, string stage)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(Source.Value);
        List<string> violations = [];
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            var found = await page.EvaluateAsync<JsonElement>(
                """
                async (coloursAlone) => {
                  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
                  const coloured = axe.getRules(['cat.color']).filter((rule) => rule.tags.some((tag) => tags.includes(tag)));
                  const rules = { type: 'rule', values: coloured.map((rule) => rule.ruleId) };
                  const { violations } = await axe.run(document, { runOnly: coloursAlone ? rules : tags, resultTypes: ['violations'] });
                  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}: ${node.failureSummary}`));
                }
                """,
                scheme == ColorScheme.Dark);
            violations.AddRange(found.EnumerateArray().Select(violation => $"{stage}, {scheme}: {violation.GetString()}"));
        }
        return violations;
    }
}
