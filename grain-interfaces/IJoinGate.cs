namespace Arena.GrainInterfaces;

/// <summary>Lets players of one session in at a bounded rate. Key: the join code. A stateless worker: its bound is per silo.</summary>
[Alias("arena.IJoinGate")]
public interface IJoinGate : IGrainWithStringKey
{
    /// <summary>Requests a slot to join. A caller that has to wait repeats the call with the same ticket and keeps its place.</summary>
    /// <param name="ticket">The join's operation id.</param>
    [Alias("Enter"), ResponseTimeout(GrainCallTimings.Command)]
    Task<Admission> Enter(Guid ticket);
}

/// <summary>What the gate says.</summary>
/// <param name="Admitted">Come in.</param>
/// <param name="WaitMs">Otherwise: ask again after so many milliseconds.</param>
/// <param name="Place">Otherwise: how many are before you, plus one.</param>
[GenerateSerializer, Immutable, Alias("arena.Admission")]
public readonly record struct Admission([property: Id(0)] bool Admitted, [property: Id(1)] int WaitMs, [property: Id(2)] int Place);
