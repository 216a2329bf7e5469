using System.Text.Json;

namespace Arena.TestKit.Clients;

/// <summary>The answer to a call of the hub.</summary>
/// <param name="Value">On success.</param>
/// <param name="Refusal">The code otherwise, from the reply or from the error of the call.</param>
/// <param name="Raw">The frame's whole text.</param>
public sealed record HubReply(JsonElement Value, string? Refusal, string Raw)
{
    /// <summary>The value; fails when the call was refused.</summary>
    public JsonElement Accepted => Refusal is null ? Value : throw new InvalidOperationException($"Refused: {Refusal}");
}
