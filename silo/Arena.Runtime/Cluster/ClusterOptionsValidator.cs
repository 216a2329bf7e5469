using Microsoft.Extensions.Options;

namespace Arena.Runtime;

/// <summary>Stops the start on a bad option, with its key, its value and what would be right.</summary>
internal sealed class ClusterOptionsValidator : IValidateOptions<ClusterOptions>
{
    public ValidateOptionsResult Validate(string? name, ClusterOptions options)
    {
        List<string> faults = [];
        Time(nameof(options.LeaseTimeToLive), options.LeaseTimeToLive);
        Time(nameof(options.RenewalPeriod), options.RenewalPeriod);
        Time(nameof(options.LeaseMargin), options.LeaseMargin);
        Time(nameof(options.PollPeriod), options.PollPeriod);
        Time(nameof(options.ConnectTimeout), options.ConnectTimeout);
        Limit(nameof(options.MaxPendingCallsPerSilo), options.MaxPendingCallsPerSilo);
        Limit(nameof(options.MaxCallsPerClaim), options.MaxCallsPerClaim);
        if (options.RenewalPeriod * 2 + options.LeaseMargin > options.LeaseTimeToLive)
        {
            faults.Add($"{ClusterOptions.SectionName}:{nameof(options.LeaseTimeToLive)} is {options.LeaseTimeToLive}; it must leave room for two "
                + $"renewals ({options.RenewalPeriod} each) and the margin ({options.LeaseMargin}), for example 00:00:03.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Time(string key, TimeSpan value)
        {
            if (value < TimeSpan.FromMilliseconds(10) || value > TimeSpan.FromMinutes(5))
                faults.Add($"{ClusterOptions.SectionName}:{key} is {value}; give a time from 00:00:00.010 to 00:05:00, for example 00:00:03.");
        }

        void Limit(string key, int value)
        {
            if (value < 1) faults.Add($"{ClusterOptions.SectionName}:{key} is {value}; give a number of at least 1, for example 5000.");
        }
    }
}
