namespace Arena.Storage.Model;

/// <summary>The link to a public summary of a game (table <c>report_link</c>), one at most for each. It is deleted with the game and with its host.</summary>
public sealed class ReportLinkRow
{
    public Guid SessionId { get; set; }

    /// <summary>The account or author that the game belongs to.</summary>
    public Guid? HostId { get; set; }

    /// <summary>What the link is known by. Stored as it is: who reads the database has what it shows, and hosts copy it again.</summary>
    public required string Token { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
