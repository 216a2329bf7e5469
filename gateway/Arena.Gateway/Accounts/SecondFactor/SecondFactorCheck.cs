using System.Threading.RateLimiting;
using Arena.Game;
using Arena.Storage;
using Microsoft.AspNetCore.Identity;

namespace Arena.Gateway.Accounts.SecondFactor;

/// <summary>
/// Checks the code of an authenticator app, or one of the recovery codes. A code is good once. Only who has the password comes as far as this,
/// so it may count by account without anybody locking others out.
/// </summary>
internal sealed class SecondFactorCheck : IDisposable
{
    private const int CodesInFiveMinutes = 5;

    private readonly PartitionedRateLimiter<Guid> _codes = PartitionedRateLimiter.Create<Guid, Guid>(user =>
        RateLimitPartition.GetFixedWindowLimiter(user, _ => new() { PermitLimit = CodesInFiveMinutes, Window = TimeSpan.FromMinutes(5) }));

    /// <returns>Why the account is not proved, or null if it is.</returns>
    public async Task<Refusal?> RefuseAsync(AccountManager accounts, UserRow user, string? code)
    {
        if (!user.HasSecondFactor)
            return null;
        if (string.IsNullOrWhiteSpace(code))
            return Refusal.SecondFactorRequired;
        using var lease = _codes.AttemptAcquire(user.Id);
        if (!lease.IsAcquired)
            return Refusal.TooFast;
        return await TakeAsync(accounts, user, code) ? null : Refusal.CodeInvalid;
    }

    /// <summary>Whether the code is right, of the app that is set up or is about to be.</summary>
    public static async Task<bool> IsAppCodeAsync(AccountManager accounts, UserRow user, string code)
    {
        var digits = string.Concat(code.Where(char.IsAsciiDigit));
        return digits != user.UsedCode
            && await accounts.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, digits)
            && await UseAsync(accounts, user, digits);
    }

    public void Dispose() => _codes.Dispose();

    private static async Task<bool> TakeAsync(AccountManager accounts, UserRow user, string code) =>
        await IsAppCodeAsync(accounts, user, code) || (await accounts.RedeemTwoFactorRecoveryCodeAsync(user, code)).Succeeded;

    /// <summary>Of two who come with one code at once, one is late: the row has a version.</summary>
    private static async Task<bool> UseAsync(AccountManager accounts, UserRow user, string digits)
    {
        user.UsedCode = digits;
        return (await accounts.UpdateAsync(user)).Succeeded;
    }
}
