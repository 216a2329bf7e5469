using System.Globalization;
using Microsoft.Extensions.Options;

namespace Arena.Storage.Webhooks;

/// <summary>Stops the start with the key, the value and what would be right.</summary>
internal sealed class WebhookOptionsValidator : IValidateOptions<WebhookOptions>
{
    public ValidateOptionsResult Validate(string? name, WebhookOptions options)
    {
        string?[] faults =
        [
            Fault(nameof(options.MaxEndpoints), options.MaxEndpoints, 0, 100),
            Fault(nameof(options.TimeoutMs), options.TimeoutMs, 1_000, 60_000),
            Fault(nameof(options.QuickRetries), options.QuickRetries, 0, 3),
            Fault(nameof(options.QuickRetryMs), options.QuickRetryMs, 1, 10_000),
            Fault(nameof(options.MaxConcurrent), options.MaxConcurrent, 1, 1_000),
            Fault(nameof(options.DisableAfterHours), options.DisableAfterHours, 1, 8_760),
            Fault(nameof(options.PollMs), options.PollMs, 10, 60_000),
        ];
        var found = faults.OfType<string>().ToList();
        return found.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(found);
    }

    private static string? Fault(string key, int value, int least, int most) => value >= least && value <= most
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{WebhookOptions.Section}:{key} is '{value}'. Give a number from {least} to {most}.");
}
