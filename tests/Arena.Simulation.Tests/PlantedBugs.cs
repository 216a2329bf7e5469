namespace Arena.Simulation.Tests;

/// <summary>Bugs in the world's own fakes, by which the checks are checked. None of them in the product.</summary>
internal sealed record PlantedBugs
{
    public static PlantedBugs None { get; } = new();

    /// <summary>The journal accepts writes of any epoch.</summary>
    public bool JournalWithoutFence { get; init; }

    /// <summary>The journal says now and then that it has written, and has not.</summary>
    public bool JournalForgets { get; init; }

    /// <summary>Gateways and browsers show pushes as they arrive, in any order.</summary>
    public bool ReadersTakeAll { get; init; }

    /// <summary>A browser that repeats an answer draws a new operation id.</summary>
    public bool RepeatsAreNew { get; init; }

    /// <summary>The journal confirms every owner, so that a stale activation admits a device that has lost its seat.</summary>
    public bool OwnersAreNotAsked { get; init; }

    /// <summary>Gateways vouch for any device that answers, so that a device that lost its seat can still answer.</summary>
    public bool DevicesKeepTheirSeat { get; init; }

    /// <summary>What the network took apart stays apart.</summary>
    public bool NetworkStaysCut { get; init; }
}
