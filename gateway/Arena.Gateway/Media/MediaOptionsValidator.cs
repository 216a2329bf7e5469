using Arena.Gateway.Configuration;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Media;

/// <summary>Stops the start with the key, the value and what would be right.</summary>
internal sealed class MediaOptionsValidator : IValidateOptions<MediaOptions>
{
    public ValidateOptionsResult Validate(string? name, MediaOptions options)
    {
        List<string> faults = [];
        if (options.CdnBaseUrl is { } url && !IsOrigin(url))
            faults.Add($"{MediaOptions.Section}:{nameof(options.CdnBaseUrl)} is '{url}'. Give scheme and host, as https://cdn.example.org.");
        if (options.Folder.Contains('\0', StringComparison.Ordinal))
            faults.Add($"{MediaOptions.Section}:{nameof(options.Folder)} is no path. Give a folder, for example data/media.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static bool IsOrigin(Uri url) =>
        url.IsAbsoluteUri && url.Scheme == Uri.UriSchemeHttps && url.PathAndQuery == "/" && url.UserInfo.Length == 0 && url.Fragment.Length == 0;
}
