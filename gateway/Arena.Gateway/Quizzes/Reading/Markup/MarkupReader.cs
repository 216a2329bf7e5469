using System.Text;
using System.Xml;
using Arena.Gateway.Quizzes.Reading.Archives;

namespace Arena.Gateway.Quizzes.Reading.Markup;

/// <summary>Reads one element with all that is in it, within bounds: the rest of an element that is larger or deeper than any question is skipped.</summary>
internal sealed class MarkupReader(XmlReader reader)
{
    /// <summary>The name of pieces of text.</summary>
    public const string TextName = "#text";

    private const int MaxElements = 5_000;
    private const int MaxDepth = 100;
    private const int MaxTextLength = 64 * 1024;
    private const int MaxAttributes = 50;
    private const int MaxAttributeLength = 1_000;

    /// <summary>Content that is no text: files in base64.</summary>
    private const string FileName = "file";

    private int _elements;
    private int _textLength;

    /// <summary>Whether a bound was met, so that the element is not whole.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Reads the element that the reader is at, and leaves the reader at its end.</summary>
    public MarkupElement Read()
    {
        MarkupElement root = Element();
        if (reader.IsEmptyElement)
            return root;
        var open = new Stack<MarkupElement>([root]);
        while (open.Count > 0 && reader.ReadNode())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element: Open(open); break;
                case XmlNodeType.EndElement: open.Pop(); break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace: AddText(open.Peek()); break;
                default: break;
            }
        }
        return root;
    }

    public static string NameOf(string localName) =>
        localName.Replace("qti-", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    private void Open(Stack<MarkupElement> open)
    {
        bool isEmpty = reader.IsEmptyElement;
        MarkupElement element = Element();
        bool isTooMuch = ++_elements > MaxElements || open.Count >= MaxDepth;
        IsCut |= isTooMuch;
        if (!isTooMuch)
            open.Peek().Children.Add(element);
        if (!isEmpty)
            open.Push(element);
    }

    private MarkupElement Element()
    {
        var element = new MarkupElement(NameOf(reader.LocalName), LineOf());
        for (int number = 0; number < MaxAttributes && _elements <= MaxElements && reader.MoveToNextAttribute(); number++)
            element.Set(NameOf(reader.LocalName), reader.Value[..Math.Min(reader.Value.Length, MaxAttributeLength)]);
        reader.MoveToElement();
        return element;
    }

    private void AddText(MarkupElement parent)
    {
        if (_elements > MaxElements)
            return;
        if (parent.Name == FileName)
        {
            XmlPieces.Read(reader, (parent.File ??= new()).Add);
            return;
        }
        _elements++;
        var text = new StringBuilder();
        int line = LineOf();
        XmlPieces.Append(reader, text, MaxTextLength - _textLength);
        _textLength += text.Length;
        IsCut |= _textLength >= MaxTextLength;
        parent.Children.Add(new(TextName, line) { Text = text.ToString() });
    }

    private int LineOf() => Math.Max(1, ((IXmlLineInfo)reader).LineNumber);
}
