namespace Arena.Load.Campaigns;

/// <summary>What a campaign wants to know of its players as it happens. Called from many threads.</summary>
internal interface ICampaignEvents
{
    /// <summary>Within how many milliseconds after the opening a player answers.</summary>
    int AnswerSpreadMs { get; }

    void Observe(Seen seen, int round);

    /// <summary>A player is back in the game after a loss of the connection.</summary>
    void Returned();

    /// <summary>A player was notified that the game is suspended, or that it resumed.</summary>
    void Suspended(int player, bool held);

    /// <summary>A player holds a state of this epoch of the session, at this place within it: from a frame, or from a welcome.</summary>
    void Positioned(int player, long epoch, long sequence)
    {
    }

    /// <summary>A player's connection is lost.</summary>
    void Lost(int player)
    {
    }

    /// <summary>A player is bound to the seat again.</summary>
    void Bound(int player)
    {
    }

    void Sends(GivenAnswer answer);

    void Acknowledged(GivenAnswer answer);

    void Refused(GivenAnswer answer);
}
