using Arena.Gateway.Accounts.MyResults;
using Arena.Gateway.Accounts.Passkeys;
using Arena.Gateway.Accounts.Passwords;
using Arena.Gateway.Accounts.SecondFactor;
using Arena.Gateway.Accounts.SignedIn;
using Arena.Gateway.Http;
using Arena.Gateway.Security;
using Arena.Storage.Model;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Accounts;

/// <summary>Composition of the accounts: ASP.NET Core Identity over the table <c>user</c>, and the browsers that are signed in.</summary>
internal static class AccountRegistration
{
    /// <summary>OWASP's figure for PBKDF2 with HMAC-SHA512, which Identity uses (Password Storage Cheat Sheet).</summary>
    private const int HashIterations = 210_000;

    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddOptions<AccountOptions>().BindConfiguration(AccountOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(new ProblemCodes(typeof(AccountErrorCode)));
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = HashIterations);
        services.AddSingleton<PasswordQueue>();
        services.AddScoped<ILookupNormalizer, NameNormalizer>();
        // Before Identity's own, which then stays away.
        services.AddScoped<IPasswordValidator<UserRow>, PasswordRule>();
        services
            .AddIdentityCore<UserRow>(identity =>
            {
                // AccountNames defines the form of names.
                identity.User.AllowedUserNameCharacters = "";
                identity.Tokens.PasswordResetTokenProvider = ResetTokenProvider.Name;
            })
            .AddUserStore<AccountStore>()
            .AddUserManager<AccountManager>()
            .AddTokenProvider<AuthenticatorTokenProvider<UserRow>>(TokenOptions.DefaultAuthenticatorProvider)
            .AddTokenProvider<ResetTokenProvider>(ResetTokenProvider.Name)
            .AddTokenProvider<DataProtectorTokenProvider<UserRow>>(TokenOptions.DefaultProvider);
        services.AddScoped<PendingMail>();
        services.AddScoped<OwnerProof>();
        services.AddSingleton<SecondFactorCheck>();
        services.AddSingleton<PasskeyStates>();
        services.AddScoped<IPasskeyHandler<UserRow>, PasskeyHandler<UserRow>>();
        services.AddSingleton<IConfigureOptions<IdentityPasskeyOptions>, PasskeyRules>();
        services.AddSingleton<SecurityLog>();
        services.AddSingleton<SignInRate>();
        services.AddSingleton<KnownBrowsers>();
        services.AddSingleton<SignInTokens>();
        services.AddSingleton<AuthSessions>();
        services.AddSingleton<MyResultStore>();
        services.AddHostedService<AuthSessionWatch>();
        return services;
    }
}
