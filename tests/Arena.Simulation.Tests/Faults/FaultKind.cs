namespace Arena.Simulation.Tests.Faults;

/// <summary>What can go wrong with a process, the network, the membership or the database.</summary>
internal enum FaultKind
{
    PauseSilo,
    PauseGateway,
    KillSilo,
    KillGateway,
    StopSilo,
    AddSilo,
    CutLink,
    Partition,
    FalseDeath,
    LateView,
    JournalDown,
    StepClock,
}
