namespace Arena.Runtime;

/// <summary>A storage provider, registered in the services under its name as the key.</summary>
public interface IGrainStorage
{
    /// <summary>Reads a state. When there is none, it leaves the value and sets RecordExists to false.</summary>
    /// <typeparam name="T">The state.</typeparam>
    /// <param name="stateName">Its name within the grain.</param>
    /// <param name="grainId">The grain.</param>
    /// <param name="grainState">What to fill.</param>
    /// <returns>Completes when it was read.</returns>
    Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState);

    /// <summary>Writes a state if its version is still the stored one, and sets the new version.</summary>
    /// <typeparam name="T">The state.</typeparam>
    /// <param name="stateName">Its name within the grain.</param>
    /// <param name="grainId">The grain.</param>
    /// <param name="grainState">What to write.</param>
    /// <returns>Completes when it is stored.</returns>
    /// <exception cref="InconsistentStateException">The version is not the stored one.</exception>
    Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState);

    /// <summary>Removes a state if its version is still the stored one.</summary>
    /// <typeparam name="T">The state.</typeparam>
    /// <param name="stateName">Its name within the grain.</param>
    /// <param name="grainId">The grain.</param>
    /// <param name="grainState">What to remove.</param>
    /// <returns>Completes when it is gone.</returns>
    /// <exception cref="InconsistentStateException">The version is not the stored one.</exception>
    Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState);
}
