using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Accounts;

/// <summary>Passwords of tests are hashed in few iterations: the product's number is meant to take long.</summary>
internal static class QuickHashes
{
    private const int Iterations = 1_000;

    public static IServiceCollection AddQuickHashes(this IServiceCollection services) =>
        services.PostConfigure<PasswordHasherOptions>(hasher => hasher.IterationCount = Iterations);
}
