namespace Arena.Gateway.Quizzes.Content;

/// <summary>
/// The path to a JSON value, as a list that shares its beginning with its siblings. A file has one for each of its values, so it is written out
/// only for faults that are kept.
/// </summary>
internal sealed record JsonPath
{
    private readonly JsonPath? _parent;
    private readonly string? _name;
    private readonly int _index;

    private JsonPath(JsonPath? parent, string? name, int index) => (_parent, _name, _index) = (parent, name, index);

    public static JsonPath Root { get; } = Named("$");

    /// <summary>A path that begins with another name than JSON's root.</summary>
    public static JsonPath Named(string root) => new(null, root, 0);

    public JsonPath Member(string name) => new(this, name, 0);

    public JsonPath Element(int index) => new(this, null, index);

    /// <summary>The member that the path leads to or through at last, or null.</summary>
    public string? MemberName => _parent is null ? null : _name is null ? _parent.MemberName : QuizText.Excerpt(_name);

    public override string ToString() => _parent is null ? _name! : _name is null ? $"{_parent}[{_index}]" : $"{_parent}.{MemberName}";
}
