namespace Arena.Gateway.Quizzes.Content;

/// <summary>Where something was read.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">In characters, from 1.</param>
/// <param name="Path">For JSON: the path to the value (<c>$.questions[3].prompt</c>).</param>
internal readonly record struct SourceMark(int Line, int? Column = null, JsonPath? Path = null)
{
    /// <summary>The mark of a title that no file gives: it is a parameter of the request.</summary>
    public static SourceMark TitleParameter { get; } = new(1, null, JsonPath.Named("title"));

    /// <summary>The same place, named as a member that is not there.</summary>
    public SourceMark OfMember(string name) => this with { Path = (Path ?? JsonPath.Root).Member(name) };
}
