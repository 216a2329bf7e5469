namespace Arena.Gateway.Accounts.SecondFactor;

/// <param name="Key">For who types it into the app.</param>
/// <param name="Uri">The same for a QR code: <c>otpauth://</c>.</param>
public sealed record SecondFactorSetup(string Key, string Uri);

/// <param name="Code">What the app shows: six digits.</param>
public sealed record SecondFactorCode(string? Code);

/// <summary>Shown once: each is good once, instead of the app's code.</summary>
public sealed record RecoveryCodes(IReadOnlyList<string> Codes);
