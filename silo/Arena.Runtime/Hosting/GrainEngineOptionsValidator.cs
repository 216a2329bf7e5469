using Microsoft.Extensions.Options;

namespace Arena.Runtime;

/// <summary>Stops the start on a bad option, with its key, its value and what would be right.</summary>
internal sealed class GrainEngineOptionsValidator : IValidateOptions<GrainEngineOptions>
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(45);

    public ValidateOptionsResult Validate(string? name, GrainEngineOptions options)
    {
        List<string> faults = [];
        Time(nameof(options.ResponseTimeout), options.ResponseTimeout);
        Time(nameof(options.TimeoutScanPeriod), options.TimeoutScanPeriod);
        Time(nameof(options.CollectionAge), options.CollectionAge);
        Time(nameof(options.CollectionQuantum), options.CollectionQuantum);
        Time(nameof(options.ActivationTimeout), options.ActivationTimeout);
        Time(nameof(options.DeactivationTimeout), options.DeactivationTimeout);
        Time(nameof(options.ShutdownTimeout), options.ShutdownTimeout);
        Limit(nameof(options.MailboxLimit), options.MailboxLimit);
        Limit(nameof(options.ObserverMailboxLimit), options.ObserverMailboxLimit);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Time(string key, TimeSpan value)
        {
            if (value < TimeSpan.FromMilliseconds(1) || value > Longest)
            {
                faults.Add($"{GrainEngineOptions.SectionName}:{key} is {value}; "
                    + $"give a time from 00:00:00.001 to {Longest}, for example 00:00:30.");
            }
        }

        void Limit(string key, int value)
        {
            if (value < 1) faults.Add($"{GrainEngineOptions.SectionName}:{key} is {value}; give a number of at least 1, for example 5000.");
        }
    }
}
