using Arena.Game.Vocabulary;

namespace Arena.Gateway.Quizzes.Content;

/// <summary>A value as it was read, and where.</summary>
internal sealed record Sourced<T>(T Value, SourceMark At);

/// <summary>A quiz as a file says it, before it is validated.</summary>
internal sealed record QuizDraft(
    Sourced<string>? Title, Sourced<string>? Description, IReadOnlyList<QuestionDraft> Questions, SourceMark TitleAt, SourceMark QuestionsAt)
{
    /// <summary>The tags, if the file gives any.</summary>
    public Sourced<IReadOnlyList<Sourced<string>>>? Tags { get; init; }

    /// <summary>The folder, if the file gives one.</summary>
    public Sourced<string>? Folder { get; init; }
}

/// <summary>A question of a draft.</summary>
internal sealed record QuestionDraft(
    QuestionType Type, Sourced<string> Prompt, IReadOnlyList<OptionDraft> Options, SourceMark OptionsAt, Sourced<int>? TimeLimitMs = null,
    Sourced<int>? Points = null, Sourced<string>? Explanation = null)
{
    /// <summary>Whether the file says that there is no time limit.</summary>
    public bool IsUntimed { get; init; }

    /// <summary>What is shown with it, if the file says anything.</summary>
    public MediumDraft? Medium { get; init; }

    /// <summary>A help for those who use it, if the file says any.</summary>
    public HintDraft? Hint { get; init; }

    /// <summary>The media that the file shows with it, beside those that it keeps.</summary>
    public IReadOnlyList<LeftOutMedium> LeftOut { get; init; } = [];

    /// <summary>The members that only its type has.</summary>
    public DraftMembers Members { get; init; } = DraftMembers.None;
}

/// <summary>The hint of a draft.</summary>
internal sealed record HintDraft(Sourced<string> Text, SourceMark At)
{
    /// <summary>What it costs, if the file says.</summary>
    public Sourced<int>? CostPercent { get; init; }
}

/// <summary>An option of a draft.</summary>
internal sealed record OptionDraft(Sourced<string> Label, bool IsCorrect)
{
    /// <summary>Its share of the points, if the file says one.</summary>
    public Sourced<decimal>? Weight { get; init; }

    /// <summary>What is shown with it, if the file says anything.</summary>
    public MediumDraft? Picture { get; init; }
}

/// <summary>Two texts of a draft that belong together.</summary>
internal sealed record PairDraft(Sourced<string> Left, Sourced<string> Right);
