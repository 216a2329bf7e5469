namespace Arena.Runtime;

/// <summary>The way into the cluster for code that is not a grain.</summary>
public interface IClusterClient : IGrainFactory
{
    /// <summary>The services of the process.</summary>
    IServiceProvider ServiceProvider { get; }
}
