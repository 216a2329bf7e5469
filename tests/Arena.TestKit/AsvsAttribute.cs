using Xunit.v3;

namespace Arena.TestKit;

/// <summary>
/// Which requirements of OWASP ASVS 5.0 a test shows to be met: <c>deploy/security/asvs.md</c> names its class in their rows, and
/// <c>AsvsTests</c> compares both.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AsvsAttribute(params string[] requirements) : Attribute, ITraitAttribute
{
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() =>
        [.. requirements.Select(requirement => KeyValuePair.Create("ASVS", requirement))];
}
