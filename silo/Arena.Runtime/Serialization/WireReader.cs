using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Arena.Runtime;

/// <summary>
/// Reads the wire format. Nothing in the bytes is trusted: whatever is wrong with them ends in <see cref="WireFormatException"/>; what is
/// allocated is bounded by the bytes that are there, and the stack by <see cref="WireWriter.MaxDepth"/>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct WireReader
{
    // A list that claims more grows as its elements come, so that nested claims do not add up.
    private const int FirstCapacity = 256;

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly GrainReferenceRuntime? _runtime;
    private int _position;
    private int _depth;
    private WireType _wire;

    /// <summary>Begins to read.</summary>
    /// <param name="bytes">The message.</param>
    /// <param name="runtime">What references in it will call through.</param>
    public WireReader(ReadOnlySpan<byte> bytes, GrainReferenceRuntime? runtime = null)
    {
        _bytes = bytes;
        _runtime = runtime;
    }

    /// <summary>How many bytes are left.</summary>
    public readonly int Remaining => _bytes.Length - _position;

    /// <summary>What references call through.</summary>
    public readonly GrainReferenceRuntime Runtime =>
        _runtime ?? throw new InvalidOperationException("References cannot be read without an engine to call through.");

    /// <summary>Begins an object, whose fields follow.</summary>
    public void BeginObject() => Enter();

    /// <summary>Reads what stands before a field's value.</summary>
    /// <param name="id">The field's id.</param>
    /// <returns>False when the object has ended.</returns>
    public bool TryReadField(out uint id)
    {
        var tag = ReadVarint();
        if (tag > uint.MaxValue) throw Malformed("a field's id is too large");
        id = (uint)tag >> 3;
        _wire = (WireType)(tag & 7);
        if (_wire != WireType.End) return true;
        if (id != 0) throw Malformed("an object's end has an id");
        _depth--;
        return false;
    }

    /// <summary>Checks how the field's value stands on the wire: a field may come or go, but an id never changes its meaning.</summary>
    /// <param name="expected">How it should.</param>
    public readonly void Expect(WireType expected)
    {
        if (_wire != expected) ThrowUnexpected(expected, _wire);
    }

    /// <summary>Steps over the value of a field that this release does not know.</summary>
    public void Skip()
    {
        switch (_wire)
        {
            case WireType.Varint:
                ReadVarint();
                break;
            case WireType.Fixed32:
                Take(4);
                break;
            case WireType.Fixed64:
                Take(8);
                break;
            case WireType.Fixed128:
                Take(16);
                break;
            case WireType.Bytes:
                TakeBytes();
                break;
            case WireType.Object:
                BeginObject();
                while (TryReadField(out _)) Skip();
                break;
            case WireType.List:
                SkipList();
                break;
            default:
                throw Malformed("an end stands where a value should");
        }
    }

    /// <summary>Reads a <see cref="WireType.Varint"/> in its only form: no more bytes than it needs, no more than 64 bits.</summary>
    /// <returns>The number.</returns>
    public ulong ReadVarint()
    {
        if (_position < _bytes.Length && _bytes[_position] < 0x80) return _bytes[_position++];
        return ReadLongVarint();
    }

    /// <summary>Begins a list, whose elements follow.</summary>
    /// <param name="expected">How the elements should stand on the wire.</param>
    /// <returns>How many there are; never more than bytes are left.</returns>
    public int BeginList(WireType expected)
    {
        var count = BeginList(out var elements);
        if (elements != expected) ThrowUnexpected(expected, elements);
        return count;
    }

    /// <summary>Ends the list.</summary>
    public void EndList() => _depth--;

    /// <summary>Makes room for the first elements of a list.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <param name="count">How many elements it claims to have.</param>
    /// <returns>Room for some or all.</returns>
    public static T[] Allocate<T>(int count) => count == 0 ? [] : new T[Math.Min(count, FirstCapacity)];

    /// <summary>Makes more room for the elements of a list; in the end exactly as much as it has elements.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <param name="items">The elements so far.</param>
    /// <param name="count">How many elements it claims to have.</param>
    public static void Extend<T>(ref T[] items, int count) => Array.Resize(ref items, (int)Math.Min(count, 2L * items.Length));

    private static WireFormatException Malformed(string fault) => new($"A message is malformed: {fault}.");

    [DoesNotReturn]
    private static void ThrowUnexpected(WireType expected, WireType found) => throw Malformed($"{found} stands where {expected} should");

    private int BeginList(out WireType elements)
    {
        Enter();
        var header = ReadVarint();
        elements = (WireType)(header & 7);
        var count = header >> 3;
        if (elements == WireType.End) throw Malformed("a list of ends");
        if (count > (ulong)Remaining) throw Malformed("a list is longer than the message");
        return (int)count;
    }

    private void SkipList()
    {
        var count = BeginList(out var elements);
        for (var i = 0; i < count; i++)
        {
            _wire = elements;
            Skip();
        }

        EndList();
    }

    private ulong ReadLongVarint()
    {
        var value = 0ul;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (_position == _bytes.Length) throw Malformed("it ends within a number");
            var next = _bytes[_position++];
            if (shift == 63 && next > 1) throw Malformed("a number is too large");
            value |= (ulong)(next & 0x7F) << shift;
            if (next >= 0x80) continue;
            return next != 0 ? value : throw Malformed("a number is longer than it need be");
        }

        throw Malformed("a number is too large");
    }

    private void Enter()
    {
        if (++_depth > WireWriter.MaxDepth) throw Malformed($"it is nested more than {WireWriter.MaxDepth} deep");
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > Remaining) throw Malformed("it ends within a value");
        var taken = _bytes.Slice(_position, count);
        _position += count;
        return taken;
    }

    private ReadOnlySpan<byte> TakeBytes()
    {
        var length = ReadVarint();
        if (length > (ulong)Remaining) throw Malformed("it ends within a value");
        return Take((int)length);
    }
}
