using System.Globalization;
using System.Threading.RateLimiting;
using Arena.Game.Vocabulary;
using Arena.Gateway.Http;
using Arena.Storage.Model;

namespace Arena.Gateway.Accounts.SecondFactor;

/// <summary>
/// Checks the code of an authenticator app, or one of the recovery codes. A code ends all codes up to its own. It is checked only after the password,
/// so it may count by account, and no caller can lock another out.
/// </summary>
internal sealed class SecondFactorCheck(TimeProvider clock) : IDisposable
{
    private const int CodesInFiveMinutes = 5;
    private const string StepMark = "step:";

    private readonly PartitionedRateLimiter<Guid> _codes = PartitionedRateLimiter.Create<Guid, Guid>(user =>
        RateLimitPartition.GetFixedWindowLimiter(user, _ => new() { PermitLimit = CodesInFiveMinutes, Window = TimeSpan.FromMinutes(5) }));

    /// <returns>Why the account is not proved, or null if it is.</returns>
    public async Task<ProblemCode?> RefuseAsync(AccountManager accounts, UserRow user, string? code)
    {
        if (!user.HasSecondFactor)
            return null;
        if (string.IsNullOrWhiteSpace(code))
            return AccountErrorCode.SecondFactorRequired.AsProblem();
        using var lease = _codes.AttemptAcquire(user.Id);
        if (!lease.IsAcquired)
            return GameErrorCode.TooFast;
        return await TakeAsync(accounts, user, code) ? null : AccountErrorCode.CodeInvalid.AsProblem();
    }

    /// <summary>Whether the code is right, of the app that is set up or is about to be.</summary>
    public async Task<bool> IsAppCodeAsync(AccountManager accounts, UserRow user, string code)
    {
        var digits = string.Concat(code.Where(char.IsAsciiDigit));
        return await accounts.GetAuthenticatorKeyAsync(user) is { } key
            && AppCodes.StepOf(key, digits, clock.GetUtcNow()) is { } step
            && digits != user.UsedCode
            && step > LastStep(user)
            && await UseAsync(accounts, user, step);
    }

    public void Dispose() => _codes.Dispose();

    private async Task<bool> TakeAsync(AccountManager accounts, UserRow user, string code) =>
        await IsAppCodeAsync(accounts, user, code) || (await accounts.RedeemTwoFactorRecoveryCodeAsync(user, code)).Succeeded;

    /// <summary>Of two who come with one code at once, one is late: the row has a version.</summary>
    private static async Task<bool> UseAsync(AccountManager accounts, UserRow user, long step)
    {
        user.UsedCode = string.Create(CultureInfo.InvariantCulture, $"{StepMark}{step}");
        return (await accounts.UpdateAsync(user)).Succeeded;
    }

    /// <summary>The time step that was used last; before all where an earlier release left the code itself.</summary>
    private static long LastStep(UserRow user) => user.UsedCode?.StartsWith(StepMark, StringComparison.Ordinal) is true
        ? long.Parse(user.UsedCode.AsSpan(StepMark.Length), CultureInfo.InvariantCulture)
        : long.MinValue;
}
