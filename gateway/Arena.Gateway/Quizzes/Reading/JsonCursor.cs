using System.Text;
using System.Text.Json;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading;

/// <summary>
/// Walks JSON text and knows where it is: every fault carries line, column and path. A value of the wrong type is passed over whole, so that
/// the walk continues behind it. Text that is not JSON ends the walk with a <see cref="JsonException"/>.
/// </summary>
internal ref struct JsonCursor(ReadOnlySpan<byte> text, ReadingWork work, ValidationErrors faults)
{
    private const int EnoughForAnExcerpt = 400;

    /// <summary>A set of more names is not used again: to clear it for each small object would take longer than to make one.</summary>
    private const int MostReusedNames = 16;

    /// <summary>Names that a quiz repeats thousands of times, the most frequent first: one string serves all of its values.</summary>
    private static readonly (byte[] Utf8, string Text)[] Frequent =
        [.. ((string[])["label", "correct", "type", "prompt", "options", "timeLimitMs", "points", "explanation"]).Select(name => (Encoding.UTF8.GetBytes(name), name))];

    private readonly ReadOnlySpan<byte> _text = text;
    private readonly LineCounter _lines = new(work);
    private readonly Stack<JsonPath> _containers = [];
    private readonly Stack<HashSet<string>> _members = [];
    private readonly Stack<HashSet<string>> _unused = [];
    private readonly Stack<int> _elements = [];
    private Utf8JsonReader _reader = new(text);
    private JsonPath _path = JsonPath.Root;
    private SourceMark _memberAt;
    private HashSet<string> _left = [];

    /// <summary>Whether faults from here on belong to a question, which may be skipped.</summary>
    public bool InQuestion { get; set; }

    /// <summary>What the value at the cursor is.</summary>
    public readonly JsonTokenType Kind => _reader.TokenType;

    public readonly SourceMark Here => _lines.Mark(_text, (int)_reader.TokenStartIndex, _path);

    /// <summary>The place where the text stops being JSON. It ends the walk.</summary>
    public readonly SourceMark PlaceOf(JsonException broken)
    {
        int lineStart = 0;
        for (long line = broken.LineNumber ?? 0; line > 0; line--)
            lineStart += _text[lineStart..].IndexOf((byte)'\n') + 1;
        int offset = lineStart + (int)(broken.BytePositionInLine ?? 0);
        return _lines.Mark(_text, Math.Max(offset, (int)_reader.TokenStartIndex), _path);
    }

    /// <summary>Moves to the first value.</summary>
    public void Start() => Read();

    /// <summary>Makes sure that nothing follows the last value.</summary>
    public void End() => Read();

    public bool EnterObject()
    {
        if (!Expect(JsonTokenType.StartObject))
            return false;
        _containers.Push(_path);
        if (!_unused.TryPop(out HashSet<string>? members))
            members = [];
        members.Clear();
        _members.Push(members);
        return true;
    }

    /// <summary>Moves to the value of the next member; at the end of the object, leaves it.</summary>
    public bool NextMember(out string name)
    {
        JsonPath container = _containers.Peek();
        while (Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            _path = container;
            name = Name();
            _path = container.Member(name);
            _memberAt = Here;
            bool isNew = _members.Peek().Add(name);
            Read();
            if (isNew)
                return true;
            Fault(_memberAt, QuizErrorCode.DuplicateMember, name);
            Skip();
        }
        _path = _containers.Pop();
        _left = _members.Pop();
        if (_left.Count <= MostReusedNames)
            _unused.Push(_left);
        name = "";
        return false;
    }

    /// <summary>Reports the member that the cursor is at, and passes over its value.</summary>
    public void RefuseMember(string name)
    {
        Fault(_memberAt, QuizErrorCode.UnknownMember, name);
        Skip();
    }

    /// <summary>Whether the object which was just left has a member.</summary>
    public readonly bool Has(string member) => _left.Contains(member);

    /// <summary>Reports the members that the object which was just left lacks.</summary>
    public readonly void Require(SourceMark start, params ReadOnlySpan<string> members)
    {
        foreach (string member in members)
        {
            if (!Has(member))
                Fault(start.OfMember(member), QuizErrorCode.MissingMember);
        }
    }

    public bool EnterArray()
    {
        if (!Expect(JsonTokenType.StartArray))
            return false;
        _containers.Push(_path);
        _elements.Push(0);
        return true;
    }

    /// <summary>Moves to the next element; at the end of the array, leaves it.</summary>
    public bool NextElement()
    {
        int index = _elements.Pop();
        if (Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            _path = _containers.Peek().Element(index);
            _elements.Push(index + 1);
            return true;
        }
        _path = _containers.Pop();
        return false;
    }

    public Sourced<string>? ReadText() => Expect(JsonTokenType.String) && Unescaped() is { } value ? new(value, Here) : null;

    /// <summary>As <see cref="ReadText"/>, but null is allowed and says the same as no member.</summary>
    public Sourced<string>? ReadTextOrNull() => _reader.TokenType == JsonTokenType.Null ? null : ReadText();

    /// <summary>A text, or a number as it is written; null for everything else, which is passed over.</summary>
    public Sourced<string>? ReadScalar()
    {
        if (_reader.TokenType == JsonTokenType.String)
            return ReadText();
        if (_reader.TokenType == JsonTokenType.Number)
            return new(Token(), Here);
        Skip();
        return null;
    }

    /// <summary>Passes over the value at the cursor.</summary>
    public void SkipValue() => Skip();

    public Sourced<int>? ReadInteger()
    {
        if (!Expect(JsonTokenType.Number))
            return null;
        if (_reader.TryGetInt32(out int value))
            return new(value, Here);
        Fault(Here, _reader.ValueSpan.ContainsAny(".eE"u8) ? QuizErrorCode.WrongType : QuizErrorCode.OutOfRange, Token());
        return null;
    }

    public Sourced<decimal>? ReadDecimal()
    {
        if (!Expect(JsonTokenType.Number))
            return null;
        if (_reader.TryGetDecimal(out decimal value))
            return new(value, Here);
        Fault(Here, QuizErrorCode.OutOfRange, Token());
        return null;
    }

    public bool ReadBoolean() =>
        _reader.TokenType == JsonTokenType.True || (_reader.TokenType != JsonTokenType.False && Expect(JsonTokenType.True));

    public readonly void Fault(SourceMark at, QuizErrorCode fault, string? found = null)
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
        Fault(Here, QuizErrorCode.WrongType, Token());
        Skip();
        return false;
    }

    private bool Read()
    {
        long before = _reader.BytesConsumed;
        bool isThere = _reader.Read();
        work.Visit((int)(_reader.BytesConsumed - before));
        return isThere;
    }

    private void Skip()
    {
        long before = _reader.BytesConsumed;
        _reader.Skip();
        work.Visit((int)(_reader.BytesConsumed - before));
    }

    private readonly string Token()
    {
        ReadOnlySpan<byte> token = _reader.ValueSpan;
        return Encoding.UTF8.GetString(token[..Math.Min(token.Length, EnoughForAnExcerpt)]);
    }

    private readonly string Name()
    {
        foreach ((byte[] utf8, string text) in Frequent)
        {
            if (_reader.ValueSpan.SequenceEqual(utf8))
                return text;
        }
        return Unescaped() ?? "";
    }

    private readonly string? Unescaped()
    {
        try
        {
            return _reader.GetString();
        }
        catch (InvalidOperationException) // Escapes of half a character: the one thing that JSON allows and text does not.
        {
            Fault(Here, QuizErrorCode.DamagedText, Token());
            return null;
        }
    }
}
