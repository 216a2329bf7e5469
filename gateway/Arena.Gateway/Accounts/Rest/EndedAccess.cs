using Arena.Gateway.Accounts.Passkeys;

namespace Arena.Gateway.Accounts.Rest;

/// <summary>The access that one step ended.</summary>
/// <param name="Browsers">Other browsers that were signed out.</param>
/// <param name="ApiKeys">API keys that ended.</param>
/// <param name="ResetLinks">Links for a new password that were still good: 0 or 1.</param>
/// <param name="Passkeys">Those that stay.</param>
public sealed record EndedAccess(int Browsers, int ApiKeys, int ResetLinks, IReadOnlyList<PasskeyReply> Passkeys);
