namespace Arena.Gateway.Quizzes.Content;

/// <summary>The path to a JSON value, as a list that shares its beginning with its siblings. It is written out only for faults that are kept.</summary>
internal sealed record JsonPath(JsonPath? Parent, string Step)
{
    public static JsonPath Root { get; } = new(null, "$");

    public JsonPath Member(string name) => new(this, $".{name}");

    public JsonPath Element(int index) => new(this, $"[{index}]");

    /// <summary>The member that the path leads to or through at last, or null.</summary>
    public string? MemberName => Step.StartsWith('.') ? Step[1..] : Parent?.MemberName;

    public override string ToString() => string.Concat(Steps().Reverse());

    private IEnumerable<string> Steps()
    {
        for (JsonPath? at = this; at is not null; at = at.Parent)
            yield return at.Step;
    }
}
