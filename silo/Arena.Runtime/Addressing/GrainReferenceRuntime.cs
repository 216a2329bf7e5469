using System.ComponentModel;

namespace Arena.Runtime;

/// <summary>How references send calls: the seam behind which calls stay in the process or leave it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class GrainReferenceRuntime
{
    private protected GrainReferenceRuntime()
    {
    }

    /// <summary>Where work of the engine runs.</summary>
    internal abstract ITurnDispatcher Dispatcher { get; }

    /// <summary>Sends a call. Never throws: a refusal completes the call.</summary>
    internal abstract void Send(GrainReference reference, GrainCall call);

    /// <summary>Hears of a call that was refused, so that a refusal that nobody waits for is not lost.</summary>
    internal abstract void Refused(GrainCall call, Exception reason);

    /// <summary>Makes a proxy of another interface to the same target.</summary>
    internal abstract object CreateReference(Type interfaceType, GrainId grainId);
}
