using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Arena.Gateway.Security;

/// <summary>What a browser has refused to do in a page, without any address: few different ones, so that they may be labels.</summary>
/// <param name="Directive">Of the policy, or <c>other</c>.</param>
/// <param name="Blocked">The refused resource: the policy's own word for it, whether it was this gateway's or of elsewhere, or <c>other</c>.</param>
internal readonly record struct PolicyViolation(string Directive, string Blocked)
{
    private const string Other = "other";

    private static readonly HashSet<string> Directives = new(StringComparer.Ordinal)
    {
        "base-uri", "connect-src", "default-src", "font-src", "form-action", "frame-ancestors", "frame-src", "img-src", "manifest-src", "media-src",
        "object-src", "require-trusted-types-for", "script-src", "script-src-attr", "script-src-elem", "style-src", "style-src-attr",
        "style-src-elem", "trusted-types", "worker-src",
    };

    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal)
    {
        "blob", "data", "eval", "inline", "self", "trusted-types-policy", "trusted-types-sink", "wasm-eval",
    };

    public override string ToString() => $"{Directive} {Blocked}";

    /// <param name="body">One report (<c>report-uri</c>), or an array of them (Reporting API).</param>
    /// <param name="own">This gateway's origin.</param>
    /// <param name="most">Reports that are read; the rest is left out.</param>
    /// <param name="violations">The violations among them.</param>
    /// <returns>Whether it is JSON.</returns>
    public static bool TryRead(ReadOnlyMemory<byte> body, string own, int most, [NotNullWhen(true)] out List<PolicyViolation>? violations)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            violations = json.RootElement.ValueKind == JsonValueKind.Array
                ? [.. json.RootElement.EnumerateArray().Take(most).Select(report => Member(report, "body")).SelectMany(report => From(report, "effectiveDirective", "blockedURL", own))]
                : [.. From(Member(json.RootElement, "csp-report"), "effective-directive", "blocked-uri", own)];
            return true;
        }
        catch (JsonException)
        {
            violations = null;
            return false;
        }
    }

    private static IEnumerable<PolicyViolation> From(JsonElement report, string directive, string blocked, string own)
    {
        if (report.ValueKind == JsonValueKind.Object)
            yield return new(Text(report, directive) is { } name && Directives.Contains(name) ? name : Other, KindOf(Text(report, blocked), own));
    }

    private static string KindOf(string? blocked, string own) =>
        blocked is null ? Other
        : Kinds.Contains(blocked) ? blocked
        : !Uri.TryCreate(blocked, UriKind.Absolute, out var url) ? Other
        : url.Scheme is not ("http" or "https" or "ws" or "wss") ? (Kinds.Contains(url.Scheme) ? url.Scheme : Other)
        : string.Equals(url.GetLeftPart(UriPartial.Authority), own, StringComparison.OrdinalIgnoreCase) ? "own" : "elsewhere";

    private static JsonElement Member(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var member) ? member : default;

    private static string? Text(JsonElement json, string name) => Member(json, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
