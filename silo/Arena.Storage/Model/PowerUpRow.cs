namespace Arena.Storage.Model;

/// <summary>A kind of power-up (table <c>power_up</c>).</summary>
public sealed class PowerUpRow
{
    public Guid Id { get; set; }
    public required string Code { get; set; }
    public required string Name { get; set; }
    public required string Description { get; set; }
    public required string EffectJson { get; set; }
}
