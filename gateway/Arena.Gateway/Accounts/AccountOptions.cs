using System.ComponentModel.DataAnnotations;

namespace Arena.Gateway.Accounts;

/// <summary>The bounds of accounts. Section <c>Arena:Accounts</c>.</summary>
public sealed class AccountOptions
{
    public const string Section = "Arena:Accounts";

    /// <summary>Whether passwords are taken over HTTPS only. This machine's own browser is let off.</summary>
    public bool RequireHttps { get; set; } = true;

    /// <summary>How long an access token is good.</summary>
    [Range(1, 60)]
    public int AccessMinutes { get; set; } = 10;

    /// <summary>A browser that is not used for so long is signed out.</summary>
    [Range(1, 365)]
    public int IdleDays { get; set; } = 30;

    /// <summary>A browser is signed out after so long, however much it is used.</summary>
    [Range(1, 730)]
    public int SignInDays { get; set; } = 180;

    /// <summary>How long a refresh token that was used may be used once more: two tabs at once, or a reply that was lost.</summary>
    [Range(0, 120)]
    public int RefreshGraceSeconds { get; set; } = 10;

    /// <summary>Browsers that one account may have signed in: the one that was not used for longest makes room.</summary>
    [Range(1, 1_000)]
    public int MaxSignIns { get; set; } = 50;

    /// <summary>API keys of one account.</summary>
    [Range(0, 1_000)]
    public int MaxApiKeys { get; set; } = 20;

    /// <summary>Requests that one API key may make in a minute, from all addresses together.</summary>
    [Range(1, 1_000_000)]
    public int ApiKeyRequestsPerMinute { get; set; } = 120;

    /// <summary>Passwords that an address, or a browser that was signed in to the account before, may try in a minute.</summary>
    [Range(1, 1_000_000)]
    public int AttemptsPerMinute { get; set; } = 10;
}
