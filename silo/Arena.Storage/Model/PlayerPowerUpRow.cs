namespace Arena.Storage.Model;

/// <summary>A power-up in a player's hand, or played (table <c>player_power_up</c>).</summary>
public sealed class PlayerPowerUpRow
{
    public Guid Id { get; set; }
    public Guid PlayerId { get; set; }
    public Guid PowerupId { get; set; }

    /// <summary>Null while it is in hand.</summary>
    public DateTimeOffset? ConsumedAt { get; set; }
}
