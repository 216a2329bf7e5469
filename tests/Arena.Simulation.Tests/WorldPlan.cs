using Arena.Simulation.Tests.Faults;

namespace Arena.Simulation.Tests;

/// <summary>How one world is made and what may happen to it: all of it drawn from the seed.</summary>
internal sealed record WorldPlan
{
    public required int Seed { get; init; }

    public required int Silos { get; init; }

    public required int Gateways { get; init; }

    public required int Sessions { get; init; }

    public required int Players { get; init; }

    public required int Questions { get; init; }

    /// <summary>How long things go wrong.</summary>
    public required TimeSpan FaultsLast { get; init; }

    /// <summary>How often a new fault is injected.</summary>
    public required int FaultEveryMs { get; init; }

    /// <summary>What may go wrong. Each world has its own few: common faults would hide rare ones.</summary>
    public required IReadOnlyList<FaultKind> Faults { get; init; }

    /// <summary>How long a frame may be under way.</summary>
    public required int MaxFrameMs { get; init; }

    /// <summary>How long a request to the database may be under way, each way.</summary>
    public required int MaxRequestMs { get; init; }

    /// <summary>How likely a request to the database is to fail while things go wrong.</summary>
    public required double RequestFailure { get; init; }

    /// <summary>How likely a request to the database, or a frame, is to be under way for seconds.</summary>
    public required double Stall { get; init; }

    /// <summary>How likely a push to a gateway is to get lost while things go wrong.</summary>
    public required double PushLoss { get; init; }

    /// <summary>How far apart the wall clocks are.</summary>
    public required int MaxSkewMs { get; init; }

    /// <summary>How late a gateway may learn of a change of the membership.</summary>
    public required int MaxNoticeMs { get; init; }

    /// <summary>How likely a host who looks at the screen is to hand a seat over.</summary>
    public required double HandOver { get; init; }

    public static WorldPlan Of(int seed)
    {
        var draws = new Draws(seed, "plan");
        var all = Enum.GetValues<FaultKind>();
        var some = all.Where(_ => draws.Chance(0.4)).ToArray();
        return new()
        {
            Seed = seed,
            Silos = draws.Between(2, 3),
            Gateways = draws.Between(1, 2),
            Sessions = draws.Between(1, 3),
            Players = draws.Between(1, 3),
            Questions = draws.Between(1, 3),
            FaultsLast = draws.Ms(3_000, 20_000),
            FaultEveryMs = draws.Between(300, 4_000),
            Faults = some.Length == 0 ? [draws.One(all)] : some,
            MaxFrameMs = draws.Between(0, 3) switch { 0 => 0, 1 => 2, 2 => 40, _ => 300 },
            MaxRequestMs = draws.Between(0, 2) switch { 0 => 1, 1 => 10, _ => 150 },
            RequestFailure = draws.Between(0, 2) switch { 0 => 0, 1 => 0.02, _ => 0.15 },
            Stall = draws.Between(0, 2) switch { 0 => 0, 1 => 0.002, _ => 0.03 },
            PushLoss = draws.Between(0, 2) switch { 0 => 0, 1 => 0.01, _ => 0.1 },
            MaxSkewMs = draws.Between(0, 2) switch { 0 => 0, 1 => 20, _ => 1_500 },
            MaxNoticeMs = draws.Between(0, 2) switch { 0 => 500, 1 => 3_000, _ => 8_000 },
            HandOver = draws.Between(0, 2) switch { 0 => 0, 1 => 0.02, _ => 0.1 },
        };
    }

    public override string ToString() =>
        $"{Silos} silos, {Gateways} gateways, {Sessions} sessions of {Players} players and {Questions} questions; frames up to {MaxFrameMs} ms, "
        + $"requests up to {MaxRequestMs} ms each way, {RequestFailure:P0} of them fail, {Stall:P1} stall; {PushLoss:P0} of pushes get lost; clocks {MaxSkewMs} ms apart; gateways learn of silos within {MaxNoticeMs} ms; {HandOver:P0} of looks hand a seat over; for {FaultsLast.TotalSeconds:F1} s, "
        + $"every {FaultEveryMs} ms one of {string.Join(", ", Faults)}";
}
