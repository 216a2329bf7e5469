using System.Buffers.Binary;
using Arena.Gateway.Accounts;
using Arena.Storage.Model;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Accounts;

/// <summary>Hashes as the product makes them; those of other tests are quick (<see cref="QuickHashes"/>).</summary>
public sealed class PasswordHashTests
{
    private const byte FormatOfIdentity = 1;
    private const int HmacSha512 = 2;
    private const int Iterations = 210_000;

    [Fact]
    [Asvs("11.2.2", "11.4.2", "11.4.4")]
    public void A_password_is_hashed_as_often_as_OWASP_says()
    {
        using var services = new ServiceCollection().AddAccounts().BuildServiceProvider();
        using var scope = services.CreateScope();
        var hasher = scope.ServiceProvider.GetRequiredService<IPasswordHasher<UserRow>>();

        var hash = Convert.FromBase64String(hasher.HashPassword(new() { Username = "Ann" }, "correct horse battery"));

        Assert.Equal(
            (FormatOfIdentity, HmacSha512, Iterations),
            (hash[0], BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(1)), BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(5))));
    }
}
