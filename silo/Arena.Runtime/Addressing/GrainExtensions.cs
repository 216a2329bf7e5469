namespace Arena.Runtime;

/// <summary>What can be asked of a grain or of a reference to one.</summary>
public static class GrainExtensions
{
    /// <summary>Reads the key of a reference, or of the grain itself.</summary>
    /// <param name="grain">A reference or a grain.</param>
    /// <returns>The key.</returns>
    public static string GetPrimaryKeyString(this IAddressable grain) => GetGrainId(grain).Key;

    /// <summary>Reads the identity of a reference, or of the grain itself.</summary>
    /// <param name="grain">A reference or a grain.</param>
    /// <returns>The identity.</returns>
    /// <exception cref="ArgumentException">The object is neither.</exception>
    public static GrainId GetGrainId(this IAddressable grain)
    {
        ArgumentNullException.ThrowIfNull(grain);
        return grain switch
        {
            GrainReference reference => reference.GrainId,
            IGrainBase instance => instance.GrainContext.GrainId,
            _ => throw new ArgumentException(
                $"{grain.GetType()} is neither a grain nor a reference to one. An observer gets a reference by CreateObjectReference.",
                nameof(grain)),
        };
    }

    /// <summary>Makes a reference that others can call, from a grain or from a reference of another interface.</summary>
    /// <typeparam name="TGrainInterface">The interface to call by.</typeparam>
    /// <param name="grain">A reference or a grain.</param>
    /// <returns>The reference.</returns>
    public static TGrainInterface AsReference<TGrainInterface>(this IAddressable grain)
    {
        var id = grain.GetGrainId();
        var runtime = grain is GrainReference reference ? reference.Runtime : ((Activation)((IGrainBase)grain).GrainContext).Runtime;
        return (TGrainInterface)runtime.CreateReference(typeof(TGrainInterface), id);
    }
}
