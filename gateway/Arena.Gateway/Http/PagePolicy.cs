using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.FileProviders;

namespace Arena.Gateway.Http;

/// <summary>
/// The policy of pages (Content-Security-Policy) as a header: what the client's build has written into its page, which names its scripts by
/// hashes, and what only a header can say: which sites may frame a page, and where browsers report what the policy forbade.
/// </summary>
/// <param name="files">Where the page is.</param>
/// <param name="framedBy">Other origins that may frame it.</param>
internal sealed partial class PagePolicy(IFileProvider files, params IReadOnlyList<string> framedBy)
{
    public const string ReportRoute = "/api/reports/csp";

    private const string Page = "index.html";
    private const string Group = "csp";
    private const string WithoutBuild = "default-src 'self'; object-src 'none'; base-uri 'self'";

    /// <summary>Browsers of today report to the endpoint that a header names, older ones to the address in the policy.</summary>
    private readonly string _ofHeaders = $"frame-ancestors {string.Join(' ', ["'self'", .. framedBy])}; report-uri {ReportRoute}; report-to {Group}";

    private (DateTimeOffset Modified, string Policy)? _read;

    public void Apply(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Current();
        headers["Reporting-Endpoints"] = $"{Group}=\"{ReportRoute}\"";
    }

    /// <summary>Reads the page again when it has changed: another build has other hashes.</summary>
    private string Current()
    {
        var page = files.GetFileInfo(Page);
        if (_read is { } known && known.Modified == page.LastModified)
            return known.Policy;
        using var reader = new StreamReader(page.CreateReadStream());
        var match = Meta().Match(reader.ReadToEnd());
        var policy = $"{(match.Success ? WebUtility.HtmlDecode(match.Groups["policy"].Value) : WithoutBuild)}; {_ofHeaders}";
        _read = (page.LastModified, policy);
        return policy;
    }

    [GeneratedRegex("<meta http-equiv=\"content-security-policy\" content=\"(?<policy>[^\"]*)\"", RegexOptions.IgnoreCase)]
    private static partial Regex Meta();
}
