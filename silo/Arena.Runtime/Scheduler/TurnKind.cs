namespace Arena.Runtime;

/// <summary>With which other turns a turn may overlap.</summary>
internal enum TurnKind
{
    /// <summary>With none, save interleaving ones.</summary>
    Exclusive,

    /// <summary>With other read-only turns.</summary>
    ReadOnly,

    /// <summary>With all.</summary>
    Interleaving,
}
