namespace Arena.Runtime;

/// <summary>The limits and times of the engine. Validated at start.</summary>
public sealed class GrainEngineOptions
{
    /// <summary>The configuration section that holds them.</summary>
    public const string SectionName = "Arena:Engine";

    /// <summary>How long a caller waits, unless the method has its own <see cref="ResponseTimeoutAttribute"/>.</summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often overdue calls are looked for: a call times out up to two of these later than its timeout.</summary>
    public TimeSpan TimeoutScanPeriod { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>After how long without a call an activation is deactivated.</summary>
    public TimeSpan CollectionAge { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How often idle activations are looked for.</summary>
    public TimeSpan CollectionQuantum { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How many calls may wait for one activation. More are refused with <see cref="LimitExceededException"/>.</summary>
    public int MailboxLimit { get; set; } = 5_000;

    /// <summary>How many pushes may wait for one observer. More are dropped.</summary>
    public int ObserverMailboxLimit { get; set; } = 5_000;

    /// <summary>How long an activation may take to become ready.</summary>
    public TimeSpan ActivationTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long OnDeactivateAsync may take before the activation ends all the same.</summary>
    public TimeSpan DeactivationTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a stopping silo waits for its activations to end.</summary>
    public TimeSpan ShutdownTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
