namespace Arena.Runtime.Generators;

/// <summary>What is generated to write and read one closed type.</summary>
internal enum CodecKind
{
    Object,
    Tuple,
    Optional,
    Array,
    List,
    ReadOnlyList,
    ImmutableArray,
    Dictionary,
    ImmutableDictionary,
}

/// <summary>
/// A value where it stands: an argument, a result, a member, an element. In the texts, which are expressions of generated code, {0} is the
/// value.
/// </summary>
/// <param name="Type">Its type.</param>
/// <param name="Wire">How it stands on the wire.</param>
/// <param name="Write">Writes it.</param>
/// <param name="Read">Reads it.</param>
/// <param name="Present">Whether a field of it must be written, since a reader would not assume it; null: always.</param>
/// <param name="Missing">What a reader assumes when the field is not there.</param>
/// <param name="MayBeNull">Whether null is a value of it.</param>
internal sealed record ValueModel(string Type, string Wire, string Write, string Read, string? Present, string Missing, bool MayBeNull);

/// <summary>A numbered member of an object.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">What it holds.</param>
/// <param name="Position">Which parameter of the constructor it is; -1 when it is set by an initialiser.</param>
internal sealed record MemberModel(uint Id, string Name, ValueModel Value, int Position = -1);

/// <summary>One closed type that is written and read by methods of its own.</summary>
/// <param name="Name">What the methods are called after.</param>
/// <param name="Type">The type.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsClass">Whether it could be null.</param>
/// <param name="IsOpen">Whether it could be something derived.</param>
/// <param name="Members">Its members; the element of a list; the key and value of a dictionary.</param>
internal sealed record CodecModel(string Name, string Type, CodecKind Kind, bool IsClass, bool IsOpen, EquatableArray<MemberModel> Members);
