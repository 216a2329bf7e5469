namespace Arena.Gateway.Quizzes.Content;

/// <summary>The members of a question that only some types have, as they were read.</summary>
internal sealed class DraftMembers
{
    private readonly Dictionary<string, (SourceMark At, object? Value)> _members = new(StringComparer.Ordinal);

    /// <summary>Those of a question that has none.</summary>
    public static DraftMembers None { get; } = new();

    /// <summary>All of them, and where each is.</summary>
    public IEnumerable<(string Name, SourceMark At)> All => _members.Select(member => (member.Key, member.Value.At));

    /// <param name="name">As in Arena's own JSON.</param>
    /// <param name="at">Where it is.</param>
    /// <param name="value">The value that was read; null if it could not be.</param>
    public void Add(string name, SourceMark at, object? value) => _members.Add(name, (at, value));

    /// <summary>A member's value, or null if it is not there.</summary>
    public T? Find<T>(string name)
        where T : class => _members.TryGetValue(name, out (SourceMark At, object? Value) member) ? member.Value as T : null;

    /// <summary>Where a member is.</summary>
    /// <param name="name">As in Arena's own JSON.</param>
    /// <param name="otherwise">Where the question is, for a member that is not there.</param>
    public SourceMark PlaceOf(string name, SourceMark otherwise) =>
        _members.TryGetValue(name, out (SourceMark At, object? Value) member) ? member.At : otherwise;
}
