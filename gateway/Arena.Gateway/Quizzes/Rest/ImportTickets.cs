using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>What permits an author to claim a staged quiz: signed and encrypted by data protection.</summary>
internal sealed class ImportTickets(IDataProtectionProvider provider, TimeProvider clock)
{
    /// <summary>The retention removes staged quizzes after an hour: a ticket ends long before.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private readonly IDataProtector _protector = provider.CreateProtector("arena.import.1");

    public string Issue(Guid quiz, Guid author) => _protector.Protect(
        string.Create(CultureInfo.InvariantCulture, $"{quiz:N}/{author:N}/{(clock.GetUtcNow() + Lifetime).ToUnixTimeMilliseconds()}"));

    /// <returns>What the token says, or null if it was not issued here.</returns>
    public ImportTicket? Read(string token)
    {
        try
        {
            string[] parts = _protector.Unprotect(token).Split('/');
            var ends = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(parts[2], CultureInfo.InvariantCulture));
            return new(Guid.ParseExact(parts[0], "N"), Guid.ParseExact(parts[1], "N"), ends <= clock.GetUtcNow());
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <param name="Quiz">The staged quiz.</param>
/// <param name="Author">Who staged it.</param>
/// <param name="IsExpired">Whether its time is over.</param>
internal sealed record ImportTicket(Guid Quiz, Guid Author, bool IsExpired);
