using System.Buffers;
using System.ComponentModel;

namespace Arena.Runtime;

/// <summary>
/// Writes the wire format. What is written may stay in the writer's window until <see cref="Flush"/>, which must come last.
/// An object ends with a tag instead of beginning with its length, so that it is written in one pass: a reader that does not know it steps
/// over its fields one by one, which messages as small as calls can afford.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct WireWriter
{
    /// <summary>How deep objects and lists may be nested.</summary>
    internal const int MaxDepth = 64;

    private const int MinimumWindow = 256;
    private const int MaxVarintBytes = 10;

    private readonly IBufferWriter<byte> _output;
    private Span<byte> _window;
    private int _position;
    private int _depth;

    /// <summary>Begins to write.</summary>
    /// <param name="output">Takes the bytes; nobody else may write to it before <see cref="Flush"/>.</param>
    public WireWriter(IBufferWriter<byte> output)
    {
        _output = output;
        _window = [];
    }

    /// <summary>Refuses an object of a derived type, which the other end would read as one of the type itself.</summary>
    /// <param name="value">What is sent.</param>
    /// <param name="type">What it is sent as.</param>
    /// <exception cref="ArgumentException">It is of another type.</exception>
    public static void RequireExactly(object value, Type type)
    {
        if (value.GetType() != type)
            throw new ArgumentException($"A {value.GetType()} would lose what it adds to {type}, as which it is sent.");
    }

    /// <summary>Hands over all that was written so far. Writing may go on afterwards.</summary>
    public void Flush()
    {
        if (_position > 0) _output.Advance(_position);
        _window = [];
        _position = 0;
    }

    /// <summary>Writes what stands before a field's value.</summary>
    /// <param name="tag">Id * 8 + wire type.</param>
    public void WriteTag(uint tag) => WriteVarint(tag);

    /// <summary>Begins an object, whose fields follow.</summary>
    /// <exception cref="InvalidOperationException">It is nested too deeply, or contains itself.</exception>
    public void BeginObject() => Enter();

    /// <summary>Ends the object.</summary>
    public void EndObject()
    {
        _depth--;
        WriteVarint((uint)WireType.End);
    }

    /// <summary>Begins a list, whose elements follow, each without a tag.</summary>
    /// <param name="count">How many follow.</param>
    /// <param name="elements">How each stands on the wire.</param>
    /// <exception cref="InvalidOperationException">It is nested too deeply, or contains itself.</exception>
    public void BeginList(int count, WireType elements)
    {
        Enter();
        WriteVarint(((ulong)(uint)count << 3) | (uint)elements);
    }

    /// <summary>Ends the list.</summary>
    public void EndList() => _depth--;

    private void Enter()
    {
        if (++_depth > MaxDepth)
            throw new InvalidOperationException($"What is sent is nested more than {MaxDepth} deep, or contains itself.");
    }

    private Span<byte> Reserve(int size)
    {
        if (_window.Length - _position < size) Extend(size);
        return _window[_position..];
    }

    private void Extend(int size)
    {
        Flush();
        _window = _output.GetSpan(Math.Max(size, MinimumWindow));
    }
}
