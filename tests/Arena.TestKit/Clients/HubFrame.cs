using System.Text.Json;

namespace Arena.TestKit.Clients;

/// <summary>One call of the server to a client, as received.</summary>
/// <param name="Target">The client method: Session, Seat, Host, Reactions, Ping, InProgress or Closed.</param>
/// <param name="Body">Its argument, if it has one.</param>
/// <param name="Raw">The frame's whole text.</param>
public sealed record HubFrame(string Target, JsonElement Body, string Raw)
{
    /// <summary>Of a session frame: the kind of its phase.</summary>
    public string? Kind => Target == "Session" ? Body.GetProperty("view").GetProperty("phase").GetProperty("kind").GetString() : null;

    /// <summary>Of a session frame: its phase.</summary>
    public JsonElement Phase => Body.GetProperty("view").GetProperty("phase");
}
