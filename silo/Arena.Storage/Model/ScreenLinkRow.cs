namespace Arena.Storage.Model;

/// <summary>The link with which anyone watches a game (table <c>screen_link</c>), one at most for each. It is deleted with the game.</summary>
public sealed class ScreenLinkRow
{
    public Guid SessionId { get; set; }

    /// <summary>What the link is known by. Stored as it is: it shows no more than the game's big screen, and hosts copy it again.</summary>
    public required string Token { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
