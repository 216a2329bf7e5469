using Arena.Gateway.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Tests.Accounts;

public sealed class PasswordHashTests
{
    [Fact]
    public void Passwords_of_the_product_are_hashed_in_210_000_iterations()
    {
        using var services = new ServiceCollection().AddAccounts().BuildServiceProvider();

        Assert.Equal(210_000, services.GetRequiredService<IOptions<PasswordHasherOptions>>().Value.IterationCount);
    }
}
