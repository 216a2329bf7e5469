namespace Arena.Load.Campaigns;

/// <summary>What a campaign wants to know of its players as it happens. Called from many threads.</summary>
internal interface ICampaignEvents
{
    /// <summary>Within how many milliseconds after the opening a player answers.</summary>
    int AnswerSpreadMs { get; }

    void Observe(Seen seen, int round);

    /// <summary>A player is back in the game after a loss of the connection.</summary>
    void Returned();

    /// <summary>A player has been told that everybody has to hold on, or not.</summary>
    void Held(int player, bool held);

    void Sends(GivenAnswer answer);

    void Acknowledged(GivenAnswer answer);

    void Refused(GivenAnswer answer);
}
