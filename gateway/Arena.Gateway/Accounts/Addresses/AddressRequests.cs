namespace Arena.Gateway.Accounts.Addresses;

/// <param name="Address">Where a link is sent that confirms it. At most 254 characters.</param>
/// <param name="Language">Of the account's mails: <c>en</c> or <c>fr</c>.</param>
/// <param name="Password">The present one; none for an account that has none.</param>
public sealed record AddressChange(string? Address, string? Language, string? Password);

/// <param name="Link">The part of the link behind its <c>#</c> in the mail.</param>
public sealed record AddressConfirmation(string? Link);

/// <param name="Address">Of the account whose password is forgotten.</param>
public sealed record ForgottenPassword(string? Address);

/// <summary>What the owner wants to get.</summary>
/// <param name="Reports">A mail with the report of each game that it hosted.</param>
/// <param name="NewBrowsers">A mail when a browser signs in for the first time.</param>
/// <param name="Language">Of the mails: <c>en</c> or <c>fr</c>.</param>
public sealed record MailWishes(bool Reports, bool NewBrowsers, string? Language);

/// <summary>The mail of an account.</summary>
/// <param name="IsOn">Whether this Arena sends mail at all.</param>
/// <param name="Address">Its confirmed address, masked; null if it has none.</param>
/// <param name="Reports">Whether it gets a mail with the report of each game that it hosted.</param>
/// <param name="NewBrowsers">Whether it gets a mail when a browser signs in for the first time.</param>
public sealed record MailReply(bool IsOn, string? Address, bool Reports, bool NewBrowsers);
