namespace Arena.Gateway.Accounts.Twitch;

/// <summary>What Twitch said about the person before a browser.</summary>
/// <param name="Subject">Who it is to Twitch; never changes. Accounts go by this alone, whatever else is the same.</param>
/// <param name="Name">What they are called there, if it said so.</param>
/// <param name="Account">The account that asked to be linked, or null where somebody signs in.</param>
internal sealed record TwitchTicket(string Subject, string? Name, Guid? Account);
