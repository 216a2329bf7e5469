using Arena.Grains.Placement;
using Microsoft.Extensions.Options;

namespace Arena.Hosting.Silos;

/// <summary>Stops the start on a bad option, with its key, its value and what would be right.</summary>
internal sealed class ArenaSiloOptionsValidator : IValidateOptions<ArenaSiloOptions>
{
    private const int SmallestMailbox = 100;

    public ValidateOptionsResult Validate(string? name, ArenaSiloOptions options)
    {
        List<string> faults = [];
        if (options.RoleList.Count == 0 || options.RoleList.Except(SiloRole.All).Any())
        {
            faults.Add($"{ArenaSiloOptions.Section}:{nameof(options.Roles)} is '{options.Roles}'; "
                + $"give one or more of {string.Join(", ", SiloRole.All)}, separated by commas.");
        }
        if (options.MailboxLimit < SmallestMailbox)
        {
            faults.Add($"{ArenaSiloOptions.Section}:{nameof(options.MailboxLimit)} is {options.MailboxLimit}; "
                + $"give a number of at least {SmallestMailbox}, for example 10000.");
        }
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
