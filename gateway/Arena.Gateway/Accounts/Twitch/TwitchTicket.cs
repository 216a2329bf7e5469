namespace Arena.Gateway.Accounts.Twitch;

/// <summary>What Twitch said about the person before a browser.</summary>
/// <param name="Subject">The user's id at Twitch; never changes. Accounts are matched by this alone.</param>
/// <param name="Name">What they are called there, if it said so.</param>
/// <param name="Account">The account that asked to be linked, or null for a sign-in.</param>
internal sealed record TwitchTicket(string Subject, string? Name, Guid? Account);
