using System.Globalization;
using Microsoft.Extensions.Options;

namespace Arena.Storage.Retention;

/// <summary>Stops the start with the key, the value and what would be right.</summary>
internal sealed class RetentionOptionsValidator : IValidateOptions<RetentionOptions>
{
    private const int MostDays = 36_500;
    private const int MostMinutes = 7 * 24 * 60;
    private const int MostRows = 10_000;

    public ValidateOptionsResult Validate(string? name, RetentionOptions options)
    {
        string?[] faults =
        [
            Fault(nameof(options.EndedSessionDays), options.EndedSessionDays, 0, MostDays),
            Fault(nameof(options.AbandonedSessionDays), options.AbandonedSessionDays, 0, MostDays),
            Fault(nameof(options.GuestDays), options.GuestDays, 0, MostDays),
            Fault(nameof(options.UnusedQuizDays), options.UnusedQuizDays, 0, MostDays),
            Fault(nameof(options.SecurityEventDays), options.SecurityEventDays, 0, MostDays),
            Fault(nameof(options.WebhookDeliveryDays), options.WebhookDeliveryDays, 0, MostDays),
            Fault(nameof(options.SweepMinutes), options.SweepMinutes, 1, MostMinutes),
            Fault(nameof(options.RowsABatch), options.RowsABatch, 1, MostRows),
        ];
        var found = faults.OfType<string>().ToList();
        return found.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(found);
    }

    private static string? Fault(string key, int value, int least, int most) => value >= least && value <= most
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{RetentionOptions.Section}:{key} is '{value}'. Give a number from {least} to {most}.");
}
