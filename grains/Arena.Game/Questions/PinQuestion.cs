using System.Collections.Immutable;
using Arena.Game.Views;
using Arena.Game.Vocabulary;

namespace Arena.Game.Questions;

/// <summary>A place on the question's picture is to be found.</summary>
public sealed record PinQuestion(Guid Id, string Prompt, ImmutableArray<PinArea> Areas, int? TimeLimitMs, int Points, string? Explanation = null)
    : Question(QuestionType.Pin, Id, Prompt, TimeLimitMs, Points, Explanation)
{
    /// <summary>Decimals of a place that are kept: a ten-thousandth of a picture is less than a pixel of most.</summary>
    private const int Decimals = 4;

    /// <summary>The picture is part of the task.</summary>
    public override MediumView? ShowBeside() => null;

    /// <inheritdoc/>
    public override GameErrorCode? Normalize(AnswerValue given, out AnswerValue normal)
    {
        normal = given;
        if (given is not PointAnswer { X: >= 0 and <= 1, Y: >= 0 and <= 1 } point)
            return GameErrorCode.InvalidAnswer;
        normal = new PointAnswer(Math.Round(point.X, Decimals), Math.Round(point.Y, Decimals));
        return null;
    }

    /// <inheritdoc/>
    public override Judgement Judge(AnswerValue answer) =>
        Judgement.Of(answer is PointAnswer point && Areas.Any(area => area.Has(point.X, point.Y, HeightOfWidth())));

    /// <inheritdoc/>
    public override TaskView Show() => new PinTask(Medium!.Show());

    /// <inheritdoc/>
    public override KeyView? Reveal() => new AreasKey(Areas);

    /// <inheritdoc/>
    public override Tally Count(IEnumerable<AnswerValue> answers) => PointTallies.Count(answers);

    /// <inheritdoc/>
    protected override bool IsComplete() =>
        Medium is { Kind: MediumKind.Picture }
        && !Areas.IsDefault && Areas.Length is > 0 and <= GameLimits.MaxAreas && Areas.All(area => area?.IsSound() == true);

    private double HeightOfWidth() => Medium is { Width: { } width, Height: { } height } ? height / (double)width : 1;
}
