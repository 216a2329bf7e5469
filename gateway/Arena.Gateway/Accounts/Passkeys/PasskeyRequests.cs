using System.Text.Json;

namespace Arena.Gateway.Accounts.Passkeys;

/// <summary>What a browser needs to make or to use a passkey, by WebAuthn's JSON.</summary>
/// <param name="Options">For <c>PublicKeyCredential.parseCreationOptionsFromJSON</c> or <c>parseRequestOptionsFromJSON</c>.</param>
/// <param name="State">To be sent back with the credential, within minutes.</param>
public sealed record PasskeyOptions(JsonElement Options, string State);

/// <param name="State">From <see cref="PasskeyOptions"/>.</param>
/// <param name="Credential">The credential's own <c>toJSON()</c>.</param>
/// <param name="Name">What its owner calls it; only when it is new.</param>
public sealed record PasskeyCredential(string? State, JsonElement? Credential, string? Name);

/// <param name="Id">To delete it.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record PasskeyReply(string Id, string Name, DateTimeOffset CreatedAt);
