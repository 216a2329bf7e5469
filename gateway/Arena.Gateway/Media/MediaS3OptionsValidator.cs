using Arena.Gateway.Configuration;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Media;

/// <summary>Stops the start with the key, the value and what would be right. The secret is never shown.</summary>
internal sealed class MediaS3OptionsValidator : IValidateOptions<MediaS3Options>
{
    public ValidateOptionsResult Validate(string? name, MediaS3Options options)
    {
        List<string> faults = [];
        if (options.Endpoint is { } endpoint && !(endpoint.IsAbsoluteUri && (endpoint.Scheme == Uri.UriSchemeHttps || endpoint.Scheme == Uri.UriSchemeHttp)))
            faults.Add($"{MediaS3Options.Section}:{nameof(options.Endpoint)} is '{endpoint}'. Give scheme and host, as https://s3.example.org.");
        foreach (var (key, value) in new[]
        {
            (nameof(options.Bucket), options.Bucket), (nameof(options.Region), options.Region), (nameof(options.AccessKey), options.AccessKey), (nameof(options.SecretKey), options.SecretKey),
        })
        {
            if (string.IsNullOrWhiteSpace(value))
                faults.Add($"{MediaS3Options.Section}:{key} is not set. Give it, because Arena:Media:Store is s3.");
        }
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
