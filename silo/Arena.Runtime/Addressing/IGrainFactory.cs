namespace Arena.Runtime;

/// <summary>Hands out references. A reference costs nothing to make and does not activate the grain.</summary>
public interface IGrainFactory
{
    /// <summary>Makes a reference to the grain that implements an interface under a key.</summary>
    /// <typeparam name="TGrainInterface">The grain interface.</typeparam>
    /// <param name="primaryKey">The key; not empty.</param>
    /// <param name="grainClassNamePrefix">Picks among several classes of one interface by the start of the class name.</param>
    /// <returns>A reference, valid as long as the silo.</returns>
    TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey;

    /// <summary>
    /// Makes an object callable by grains. The engine holds the object until <see cref="DeleteObjectReference{TGrainObserverInterface}"/>;
    /// code that is to run on Orleans as well must hold it too, since Orleans holds it weakly.
    /// </summary>
    /// <typeparam name="TGrainObserverInterface">The observer interface.</typeparam>
    /// <param name="obj">The observer.</param>
    /// <returns>A reference to pass to grains.</returns>
    TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver;

    /// <summary>Ends what <see cref="CreateObjectReference{TGrainObserverInterface}"/> began. Later pushes are dropped.</summary>
    /// <typeparam name="TGrainObserverInterface">The observer interface.</typeparam>
    /// <param name="obj">The reference that was handed out.</param>
    void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver;
}
