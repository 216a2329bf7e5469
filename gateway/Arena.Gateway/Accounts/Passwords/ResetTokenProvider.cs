using Arena.Storage.Model;
using Microsoft.AspNetCore.Identity;

namespace Arena.Gateway.Accounts.Passwords;

/// <summary>The tokens by which Identity accepts a new password: operators issue them.</summary>
internal sealed class ResetTokenProvider(TimeProvider clock) : IUserTwoFactorTokenProvider<UserRow>
{
    public const string Name = "reset";

    public Task<string> GenerateAsync(string purpose, UserManager<UserRow> manager, UserRow user) =>
        Task.FromResult(ResetToken.Give(user, clock.GetUtcNow()).ToString());

    public Task<bool> ValidateAsync(string purpose, string token, UserManager<UserRow> manager, UserRow user) =>
        Task.FromResult(purpose == UserManager<UserRow>.ResetPasswordTokenPurpose && ResetToken.Read(token)?.IsGood(user, clock.GetUtcNow()) == true);

    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<UserRow> manager, UserRow user) => Task.FromResult(false);
}
