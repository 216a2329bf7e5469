using System.Reflection;
using Arena.TestKit.Scheduling;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.TestKit.Silos;

/// <summary>What a <see cref="SimulatedCluster"/> is made of, and how its network and membership behave.</summary>
public sealed class SimulatedClusterOptions
{
    /// <summary>The assemblies with the grain classes.</summary>
    public IReadOnlyList<Assembly> Grains { get; init; } = [];

    /// <summary>Adds services to every silo: ports of the grains, options, hosted services.</summary>
    public Action<IServiceCollection, SimulatedSilo> ConfigureSilo { get; init; } = static (_, _) => { };

    /// <summary>Prepares each process before it starts, for example its clock.</summary>
    public Action<SimulatedProcess> ConfigureProcess { get; init; } = static _ => { };

    /// <summary>How long the next message is under way.</summary>
    public Func<TimeSpan> MessageDelay { get; init; } = static () => TimeSpan.Zero;

    /// <summary>Whether the next push to an observer is lost.</summary>
    public Func<bool> LosesPush { get; init; } = static () => false;

    /// <summary>How long a change of the membership takes to reach the next silo.</summary>
    public Func<TimeSpan> SiloNoticeDelay { get; init; } = static () => TimeSpan.Zero;

    /// <summary>How long a change of the membership takes to reach the next client, which polls.</summary>
    public Func<TimeSpan> ClientNoticeDelay { get; init; } = static () => TimeSpan.Zero;

    /// <summary>How long a silo may be out of reach of the others before they declare it dead.</summary>
    public TimeSpan DeathVote { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a caller waits for an answer, unless the method says otherwise by <see cref="ResponseTimeoutAttribute"/>.</summary>
    public TimeSpan ResponseTimeout { get; init; } = TimeSpan.FromSeconds(6);
}
