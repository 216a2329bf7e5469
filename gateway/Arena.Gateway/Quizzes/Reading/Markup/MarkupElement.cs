using System.Text;

namespace Arena.Gateway.Quizzes.Reading.Markup;

/// <summary>An element of XML, or a piece of text in one. Names are in small letters without namespace, "qti-" and hyphens, as all versions of QTI have them alike.</summary>
internal sealed class MarkupElement(string name, int line)
{
    private readonly Dictionary<string, string> _attributes = [];

    public string Name { get; } = name;

    public int Line { get; } = line;

    /// <summary>The text, if this is a piece of it.</summary>
    public string? Text { get; init; }

    /// <summary>What is in it, if it is a file.</summary>
    public Base64Content? File { get; set; }

    public List<MarkupElement> Children { get; } = [];

    public string? this[string attribute] => _attributes.GetValueOrDefault(attribute);

    public void Set(string attribute, string value) => _attributes.TryAdd(attribute, value);

    public MarkupElement? Child(string name) => Children.Find(child => child.Name == name);

    /// <summary>All elements inside, in the order of the text.</summary>
    public IEnumerable<MarkupElement> All(string name)
    {
        var left = new Stack<MarkupElement>([this]);
        while (left.TryPop(out MarkupElement? element))
        {
            if (element.Name == name && element != this)
                yield return element;
            for (int index = element.Children.Count - 1; index >= 0; index--)
                left.Push(element.Children[index]);
        }
    }

    /// <summary>The text inside as it is written, or null if there is no such child.</summary>
    public string? TextOf(string child) => Child(child)?.InnerText();

    public string InnerText()
    {
        var text = new StringBuilder();
        foreach (MarkupElement piece in All(MarkupReader.TextName))
            text.Append(piece.Text);
        return text.ToString();
    }
}
