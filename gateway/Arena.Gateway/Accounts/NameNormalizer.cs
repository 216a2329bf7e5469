using Microsoft.AspNetCore.Identity;

namespace Arena.Gateway.Accounts;

/// <summary>Accounts are found by how their names read, and by their addresses regardless of case, as Identity does.</summary>
internal sealed class NameNormalizer : ILookupNormalizer
{
    public string? NormalizeName(string? name) => name is null ? null : AccountNames.Key(name);

    public string? NormalizeEmail(string? email) => email?.Normalize().ToUpperInvariant();
}
