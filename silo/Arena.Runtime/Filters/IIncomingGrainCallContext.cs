namespace Arena.Runtime;

/// <summary>What an incoming call filter sees of a call.</summary>
public interface IIncomingGrainCallContext : IGrainCallContext
{
    /// <summary>The activation.</summary>
    IGrainContext TargetContext { get; }
}
