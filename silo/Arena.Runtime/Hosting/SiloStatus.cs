namespace Arena.Runtime;

/// <summary>The life of a silo, in order.</summary>
internal enum SiloStatus
{
    Created,
    Running,
    Draining,
    Stopped,
}
