using System.Collections.Immutable;
using Arena.Game.Views;
using Arena.Game.Vocabulary;

namespace Arena.Game.Questions;

/// <summary>What all questions with options share.</summary>
public abstract record OptionsQuestion : Question
{
    private protected OptionsQuestion(
        QuestionType type, Guid id, string prompt, ImmutableArray<Option> options, int? timeLimitMs, int points, string? explanation)
        : base(type, id, prompt, timeLimitMs, points, explanation) => Options = options;

    /// <summary>2 to 8 of them.</summary>
    public ImmutableArray<Option> Options { get; init; }

    /// <summary>Whether each session shows them in an order of its own.</summary>
    public bool Shuffle { get; init; }

    /// <inheritdoc/>
    public override Question Prepare(long seed) => Shuffle ? this with { Options = SeededShuffle.Shuffle(Options, seed) } : this;

    /// <inheritdoc/>
    public override IEnumerable<Medium> Media() => Options.IsDefault ? base.Media() : base.Media().Concat(Options.Select(option => option?.Picture).OfType<Medium>());

    /// <inheritdoc/>
    public override KeyView? Reveal() => new OptionsKey([.. Options.Index().Where(option => option.Item.IsCorrect).Select(option => option.Index)]);

    /// <inheritdoc/>
    protected override bool IsComplete() =>
        !Options.IsDefault
        && Options.Length is >= GameLimits.MinOptions and <= GameLimits.MaxOptions
        && Options.All(option =>
            option is { Label: not null, Weight: null or (>= -1 and <= 1), Picture: null or { Kind: MediumKind.Picture } });

    private protected ImmutableArray<string> Labels() => [.. Options.Select(option => option.Label)];

    private protected ImmutableArray<OptionPicture> Pictures() =>
        [.. Options.Index().Where(option => option.Item.Picture is not null).Select(option => new OptionPicture(option.Index, option.Item.Picture!.Show()))];

    private protected bool Has(int option) => option >= 0 && option < Options.Length;
}
