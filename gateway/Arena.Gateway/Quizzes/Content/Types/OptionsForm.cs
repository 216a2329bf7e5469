using System.Collections.Immutable;
using System.Globalization;
using Arena.Game.Questions;
using Arena.Game.Vocabulary;

namespace Arena.Gateway.Quizzes.Content.Types;

/// <summary>What all types with options say about them.</summary>
internal abstract class OptionsForm : QuestionForm
{
    protected const string OptionsMember = "options";
    protected const string ShuffleMember = "shuffle";

    public override ImmutableArray<string> Required { get; } = [OptionsMember];

    public override ImmutableArray<string> Optional { get; } = [ShuffleMember];

    /// <summary>How many there may be.</summary>
    protected virtual int Most => GameLimits.MaxOptions;

    /// <summary>Whether a wrong option without a weight takes points: then a weight of zero means something.</summary>
    protected virtual bool WrongOptionsTake => false;

    public sealed override Question Read(QuestionDraft draft, DraftChecks checks) => Make(draft, Options(draft, checks), checks) with
    {
        Shuffle = draft.Members.Flag(ShuffleMember),
    };

    /// <summary>The question of options that are sound, or none.</summary>
    protected abstract OptionsQuestion Make(QuestionDraft draft, ImmutableArray<Option> options, DraftChecks checks);

    /// <summary>Reports the faults of the key.</summary>
    protected abstract void CheckKey(QuestionDraft draft, DraftChecks checks);

    /// <summary>For types that have one right answer.</summary>
    protected static void CheckOneCorrect(QuestionDraft draft, DraftChecks checks)
    {
        OptionDraft[] correct = [.. draft.Options.Where(option => option.IsCorrect)];
        if (correct.Length == 0)
            checks.Refuse(draft.OptionsAt, QuizErrorCode.NoCorrectOption);
        else if (correct.Length > 1)
            checks.Refuse(correct[1].Label.At, QuizErrorCode.SeveralCorrectOptions, correct[1].Label.Value);
    }

    private ImmutableArray<Option> Options(QuestionDraft draft, DraftChecks checks)
    {
        if (draft.Options.Count > Most)
        {
            checks.Refuse(draft.Options[Most].Label.At, QuizErrorCode.TooManyOptions, draft.Options[Most].Label.Value, OptionsMember, Most);
            return [];
        }
        if (draft.Options.Count < GameLimits.MinOptions)
        {
            checks.Refuse(draft.OptionsAt, QuizErrorCode.TooFewOptions, null, OptionsMember, GameLimits.MinOptions);
            return [];
        }
        var options = ImmutableArray.CreateBuilder<Option>(draft.Options.Count);
        var looks = new List<string>(draft.Options.Count);
        foreach (OptionDraft option in draft.Options)
        {
            if (checks.Line(option.Label, "label", GameLimits.MaxOptionLength) is not { } label)
                continue;
            string look = LabelLook.Of(label);
            if (looks.Contains(look))
                checks.Refuse(option.Label.At, QuizErrorCode.DuplicateOption, label);
            else
                options.Add(new(label, option.IsCorrect) { Weight = Weight(option, checks), Picture = Picture(option, checks) });
            looks.Add(look);
        }
        if (options.Count == draft.Options.Count)
            CheckKey(draft, checks);
        return options.DrainToImmutable();
    }

    private static Medium? Picture(OptionDraft option, DraftChecks checks) => option.Picture is { } picture ? checks.Picture(picture) : null;

    /// <summary>A correct option earns more than nothing, a wrong one less than all; what they earn anyway is not kept.</summary>
    private double? Weight(OptionDraft option, DraftChecks checks)
    {
        if (option.Weight is not { } weight || (option.IsCorrect ? weight.Value == 1 : weight.Value == 0 && !WrongOptionsTake))
            return null;
        bool isSound = option.IsCorrect ? weight.Value is > 0 and <= 1 : weight.Value is >= -1 and < 1;
        if (!isSound)
            checks.Refuse(weight.At, QuizErrorCode.OutOfRange, weight.Value.ToString(CultureInfo.InvariantCulture), "weight");
        return (double)weight.Value;
    }
}
