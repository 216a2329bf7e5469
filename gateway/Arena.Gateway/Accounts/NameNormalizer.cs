using Microsoft.AspNetCore.Identity;

namespace Arena.Gateway.Accounts;

/// <summary>Accounts are found by how their names read.</summary>
internal sealed class NameNormalizer : ILookupNormalizer
{
    public string? NormalizeName(string? name) => name is null ? null : AccountNames.Key(name);

    public string? NormalizeEmail(string? email) => email;
}
