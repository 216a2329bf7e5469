namespace Arena.Gateway.Play;

/// <summary>A hub connection that depends on a sign-in.</summary>
/// <param name="ConnectionId">The hub's name for it.</param>
/// <param name="SignIn">The browser that it belongs to.</param>
/// <param name="Session">The game that it hosts.</param>
/// <param name="Close">Says why, and cuts it off.</param>
internal sealed record SessionConnection(string ConnectionId, Guid SignIn, Guid Session, Func<Task> Close);
