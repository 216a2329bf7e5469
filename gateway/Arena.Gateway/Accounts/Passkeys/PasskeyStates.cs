using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Arena.Gateway.Accounts.Passkeys;

/// <summary>
/// What the server has to remember between the two requests of a ceremony, carried by the browser: encrypted, for that ceremony alone, good
/// for minutes. No gateway has to be asked twice.
/// </summary>
internal sealed class PasskeyStates(IDataProtectionProvider provider)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector _making = provider.CreateProtector("arena.passkey.making.1").ToTimeLimitedDataProtector();
    private readonly ITimeLimitedDataProtector _using = provider.CreateProtector("arena.passkey.using.1").ToTimeLimitedDataProtector();

    public string Making(string? state) => _making.Protect(state!, Lifetime);

    public string Using(string? state) => _using.Protect(state!, Lifetime);

    public string? ReadMaking(string state) => Read(_making, state);

    public string? ReadUsing(string state) => Read(_using, state);

    private static string? Read(ITimeLimitedDataProtector protector, string state)
    {
        try
        {
            return protector.Unprotect(state);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
