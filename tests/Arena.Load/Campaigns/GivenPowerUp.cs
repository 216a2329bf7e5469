namespace Arena.Load.Campaigns;

/// <summary>A power-up that one player used on one question.</summary>
internal sealed class GivenPowerUp(int round, string kind)
{
    public int Round => round;

    public string Kind => kind;

    public Guid Operation { get; } = Guid.NewGuid();

    public bool Acknowledged { get; set; }
}
