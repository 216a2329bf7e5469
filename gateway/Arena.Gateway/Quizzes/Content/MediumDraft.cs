namespace Arena.Gateway.Quizzes.Content;

/// <summary>A medium of a draft.</summary>
internal sealed record MediumDraft(Sourced<string> Name, Sourced<string> Kind)
{
    public Sourced<string>? Alt { get; init; }
    public Sourced<string>? Credit { get; init; }
    public Sourced<int>? Width { get; init; }
    public Sourced<int>? Height { get; init; }
    public Sourced<int>? Seconds { get; init; }
}
