using System.ComponentModel;

namespace Arena.Runtime;

/// <summary>
/// How a value stands on the wire: enough to step over it without knowing what it is. A field is its tag, id * 8 + wire type, and its
/// value. The numbers are part of the protocol.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum WireType
{
    /// <summary>A whole number in groups of 7 bits, the lowest first; signed numbers in zigzag order.</summary>
    Varint = 0,

    /// <summary>8 bytes, the lowest first.</summary>
    Fixed64 = 1,

    /// <summary>A length and as many bytes.</summary>
    Bytes = 2,

    /// <summary>Fields in any order, then <see cref="End"/>.</summary>
    Object = 3,

    /// <summary>The end of an object; with the id 0.</summary>
    End = 4,

    /// <summary>4 bytes, the lowest first.</summary>
    Fixed32 = 5,

    /// <summary>Count * 8 + wire type of all elements, then the elements without tags.</summary>
    List = 6,

    /// <summary>16 bytes.</summary>
    Fixed128 = 7,
}
