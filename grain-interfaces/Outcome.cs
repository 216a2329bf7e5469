using System.Diagnostics.CodeAnalysis;
using Arena.Game.Vocabulary;

namespace Arena.GrainInterfaces;

/// <summary>What a command brought: a value, or the code of the refusal, in which case nothing changed.</summary>
/// <typeparam name="T">The value on success.</typeparam>
[GenerateSerializer, Immutable, Alias("arena.Outcome`1")]
public readonly record struct Outcome<T>([property: Id(0)] T? Value, [property: Id(1)] GameErrorCode? Refusal)
    where T : class
{
    /// <summary>Whether the command took effect.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Accepted => Refusal is null;

    /// <summary>A value is a success.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>A code is a refusal.</summary>
    public static implicit operator Outcome<T>(GameErrorCode refusal) => new(null, refusal);
}
