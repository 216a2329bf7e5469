using System.Text;
using System.Text.Json;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading;

/// <summary>
/// Walks JSON text and knows where it is: every fault carries line, column and path. A value of the wrong type is passed over whole, so that
/// the walk goes on behind it. Text that is not JSON ends the walk with a <see cref="JsonException"/>.
/// </summary>
internal ref struct JsonCursor(ReadOnlySpan<byte> text, LineIndex lines, FaultList faults)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private readonly List<string> _path = ["$"];
    private readonly Stack<HashSet<string>> _members = [];
    private readonly Stack<int> _elements = [];
    private Utf8JsonReader _reader = new(text);
    private SourceMark _memberAt;

    /// <summary>Whether faults from here on belong to a question, which may be skipped.</summary>
    public bool InQuestion { get; set; }

    public readonly SourceMark Here => lines.Mark(_text, (int)_reader.TokenStartIndex, string.Concat(_path));

    public readonly string Path => string.Concat(_path);

    /// <summary>Moves to the first value.</summary>
    public void Start() => _reader.Read();

    /// <summary>Makes sure that nothing follows the last value.</summary>
    public void End() => _reader.Read();

    public bool EnterObject()
    {
        if (!Expect(JsonTokenType.StartObject))
            return false;
        _path.Add("");
        _members.Push([]);
        return true;
    }

    /// <summary>Moves to the value of the next member; at the end of the object, leaves it.</summary>
    public bool NextMember(out string name)
    {
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            _path[^1] = "";
            name = Unescaped() ?? "";
            _path[^1] = $".{QuizText.Excerpt(name)}";
            _memberAt = Here;
            bool isNew = _members.Peek().Add(name);
            _reader.Read();
            if (isNew)
                return true;
            Fault(_memberAt, QuizFault.DuplicateMember, name);
            _reader.Skip();
        }
        _path.RemoveAt(_path.Count - 1);
        _members.Pop();
        name = "";
        return false;
    }

    /// <summary>Reports the member that the cursor is at, and passes over its value.</summary>
    public void RefuseMember(string name)
    {
        Fault(_memberAt, QuizFault.UnknownMember, name);
        _reader.Skip();
    }

    public bool EnterArray()
    {
        if (!Expect(JsonTokenType.StartArray))
            return false;
        _path.Add("");
        _elements.Push(0);
        return true;
    }

    /// <summary>Moves to the next element; at the end of the array, leaves it.</summary>
    public bool NextElement()
    {
        int index = _elements.Pop();
        if (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            _path[^1] = $"[{index}]";
            _elements.Push(index + 1);
            return true;
        }
        _path.RemoveAt(_path.Count - 1);
        return false;
    }

    public Sourced<string>? ReadText() => Expect(JsonTokenType.String) && Unescaped() is { } value ? new(value, Here) : null;

    /// <summary>As <see cref="ReadText"/>, but null is allowed and says the same as no member.</summary>
    public Sourced<string>? ReadTextOrNull() => _reader.TokenType == JsonTokenType.Null ? null : ReadText();

    public Sourced<int>? ReadInteger()
    {
        if (!Expect(JsonTokenType.Number))
            return null;
        if (_reader.TryGetInt32(out int value))
            return new(value, Here);
        Fault(Here, _reader.ValueSpan.ContainsAny(".eE"u8) ? QuizFault.WrongType : QuizFault.OutOfRange, Token());
        return null;
    }

    public bool ReadBoolean() =>
        _reader.TokenType == JsonTokenType.True || (_reader.TokenType != JsonTokenType.False && Expect(JsonTokenType.True));

    public readonly void Fault(SourceMark at, QuizFault fault, string? found = null)
    {
        if (InQuestion)
            faults.AddToQuestion(at, fault, found);
        else
            faults.AddToQuiz(at, fault, found);
    }

    /// <summary>The token of that type, or a fault and the value passed over.</summary>
    private bool Expect(JsonTokenType type)
    {
        if (_reader.TokenType == type)
            return true;
        Fault(Here, QuizFault.WrongType, Token());
        _reader.Skip();
        return false;
    }

    private readonly string Token()
    {
        const int EnoughForAnExcerpt = 400;
        ReadOnlySpan<byte> token = _reader.ValueSpan;
        return Encoding.UTF8.GetString(token[..Math.Min(token.Length, EnoughForAnExcerpt)]);
    }

    private readonly string? Unescaped()
    {
        try
        {
            return _reader.GetString();
        }
        catch (InvalidOperationException) // Escapes of half a character: the one thing that JSON allows and text does not.
        {
            Fault(Here, QuizFault.DamagedText, Token());
            return null;
        }
    }
}
