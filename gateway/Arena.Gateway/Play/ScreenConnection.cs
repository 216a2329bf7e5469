namespace Arena.Gateway.Play;

/// <summary>A hub connection that watches a session.</summary>
/// <param name="ConnectionId">The hub's name for it.</param>
/// <param name="Token">Of the link that it came by.</param>
/// <param name="Session">What it watches.</param>
/// <param name="Close">Says why, and cuts it off.</param>
internal sealed record ScreenConnection(string ConnectionId, string Token, Guid Session, Func<Task> Close);
