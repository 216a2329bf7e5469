namespace Arena.Gateway.Accounts.Passwords;

/// <summary>More passwords wait to be checked than may. Nothing was done.</summary>
internal sealed class PasswordQueueFullException() : Exception("Too many passwords wait to be checked.");
