using System.Globalization;
using Arena.Game.Vocabulary;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading;

/// <summary>Makes drafts of the types that other programs have under other names.</summary>
internal static class DraftTypes
{
    /// <summary>A choice of one option or of several.</summary>
    /// <param name="prompt">The question.</param>
    /// <param name="options">In their order; weights count if any has one.</param>
    /// <param name="optionsAt">Where their key is.</param>
    /// <param name="isMultiple">Whether the file says that several may be chosen.</param>
    public static QuestionDraft Choice(Sourced<string> prompt, IReadOnlyList<OptionDraft> options, SourceMark optionsAt, bool isMultiple = false)
    {
        QuestionType type = isMultiple ? QuestionType.MultipleChoice : DraftOptions.TypeOf(options);
        var draft = new QuestionDraft(type, prompt, options, optionsAt);
        return type == QuestionType.MultipleChoice && options.Any(option => option.Weight is not null)
            ? draft with { Members = Members(("scoring", optionsAt, new Sourced<string>("perOption", optionsAt))) }
            : draft;
    }

    /// <summary>A question about opinions.</summary>
    public static QuestionDraft Poll(Sourced<string> prompt, IReadOnlyList<OptionDraft> options, SourceMark optionsAt) =>
        new(QuestionType.Poll, prompt, [.. options.Select(option => option with { IsCorrect = false, Weight = null })], optionsAt);

    /// <summary>A question whose options are shown in an order of their own each time.</summary>
    public static QuestionDraft Shuffled(QuestionDraft draft)
    {
        DraftMembers members = ReferenceEquals(draft.Members, DraftMembers.None) ? new() : draft.Members;
        members.Add("shuffle", draft.OptionsAt, new Sourced<bool>(true, draft.OptionsAt));
        return draft with { Members = members };
    }

    /// <summary>A text to be typed.</summary>
    /// <param name="prompt">The question.</param>
    /// <param name="accepted">What is right; the same text twice counts once.</param>
    /// <param name="at">Where they are.</param>
    /// <param name="isCaseSensitive">Whether capitals count.</param>
    public static QuestionDraft Typed(Sourced<string> prompt, IEnumerable<Sourced<string>> accepted, SourceMark at, bool isCaseSensitive = false)
    {
        StringComparer same = isCaseSensitive ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;
        var draft = Texts(QuestionType.TypedAnswer, prompt, "accepted", accepted.DistinctBy(text => text.Value.Trim(), same), at);
        if (isCaseSensitive)
            draft.Members.Add("ignoreCase", at, new Sourced<bool>(false, at));
        return draft;
    }

    /// <summary>Items to be put in order.</summary>
    public static QuestionDraft Order(Sourced<string> prompt, IEnumerable<Sourced<string>> items, SourceMark at) =>
        Texts(QuestionType.Order, prompt, "items", items, at);

    /// <summary>Pairs to be put together.</summary>
    public static QuestionDraft Match(Sourced<string> prompt, IReadOnlyList<PairDraft> pairs, SourceMark at) =>
        Of(QuestionType.Match, prompt, ("pairs", at, new Sourced<IReadOnlyList<PairDraft>>(pairs, at)));

    /// <summary>A text without a right answer.</summary>
    public static QuestionDraft OpenText(Sourced<string> prompt) => Of(QuestionType.OpenText, prompt);

    /// <summary>Words for a cloud.</summary>
    public static QuestionDraft WordCloud(Sourced<string> prompt) => Of(QuestionType.WordCloud, prompt);

    /// <summary>A number, right within a range.</summary>
    public static QuestionDraft Number(Sourced<string> prompt, NumberRange range, SourceMark at)
    {
        QuestionDraft draft = Of(QuestionType.Number, prompt, ("value", at, new Sourced<decimal>(range.Value, at)));
        if (range.Tolerance == 0)
            return draft;
        draft.Members.Add("tolerance", at, new Sourced<decimal>(range.Tolerance, at));
        draft.Members.Add("scoring", at, new Sourced<string>("range", at));
        int decimals = Math.Min(GameLimits.MaxDecimals, Math.Max((int)range.Value.Scale, range.Tolerance.Scale));
        draft.Members.Add("decimals", at, new Sourced<int>(decimals, at));
        return draft;
    }

    /// <summary>A place on a scale. Answers within the range earn half of the points at least.</summary>
    public static QuestionDraft Slider(Sourced<string> prompt, decimal min, decimal max, decimal step, NumberRange range, SourceMark at)
    {
        QuestionDraft draft = Of(QuestionType.Slider, prompt, ("value", at, new Sourced<decimal>(range.Value, at)));
        foreach ((string name, decimal value) in new[] { ("min", min), ("max", max), ("step", step), ("tolerance", 2 * range.Tolerance) })
            draft.Members.Add(name, at, new Sourced<decimal>(value, at));
        return draft;
    }

    /// <summary>Steps of a scale, of which none is right.</summary>
    public static QuestionDraft Rating(Sourced<string> prompt) => Of(QuestionType.Rating, prompt);

    /// <summary>Something to read. Without a title it has the beginning of its text.</summary>
    public static QuestionDraft Slide(string? title, string text, SourceMark at)
    {
        string heading = string.IsNullOrWhiteSpace(title) ? QuizText.Excerpt(text.Trim().Split('\n')[0]) : title;
        return Of(QuestionType.Slide, new(heading, at), ("body", at, new Sourced<string>(text, at)));
    }

    private static QuestionDraft Texts(QuestionType type, Sourced<string> prompt, string member, IEnumerable<Sourced<string>> texts, SourceMark at) =>
        Of(type, prompt, (member, at, new Sourced<IReadOnlyList<Sourced<string>>>([.. texts], at)));

    private static QuestionDraft Of(QuestionType type, Sourced<string> prompt, params ReadOnlySpan<(string Name, SourceMark At, object Value)> members) =>
        new(type, prompt, [], prompt.At) { Members = Members(members) };

    private static DraftMembers Members(params ReadOnlySpan<(string Name, SourceMark At, object Value)> members)
    {
        var made = new DraftMembers();
        foreach ((string name, SourceMark at, object value) in members)
            made.Add(name, at, value);
        return made;
    }
}

/// <summary>A number and how far from it an answer may be.</summary>
internal readonly record struct NumberRange(decimal Value, decimal Tolerance)
{
    private const decimal Most = GameLimits.MaxNumber;

    /// <summary>All numbers from one to another.</summary>
    public static NumberRange Between(decimal low, decimal high) => new((low + high) / 2, Math.Abs(high - low) / 2);

    /// <summary>"3.14", "3.14:0.01", or "3..4"; null if it is no number that a question may have.</summary>
    public static NumberRange? Parse(string text)
    {
        int dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots > 0)
            return Number(text[..dots]) is { } low && Number(text[(dots + 2)..]) is { } high ? Between(low, high) : null;
        string[] parts = text.Split(':');
        if (parts.Length > 2 || Number(parts[0]) is not { } value)
            return null;
        return parts.Length == 1 ? new(value, 0) : Number(parts[1]) is { } tolerance ? new(value, Math.Abs(tolerance)) : null;
    }

    /// <summary>A number in the invariant culture, with as many decimals as a question may have.</summary>
    public static decimal? Number(string text) =>
        decimal.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) && Math.Abs(number) <= Most
            ? Math.Round(number, GameLimits.MaxDecimals) / 1.000000000000000000000000000m
            : null;
}
