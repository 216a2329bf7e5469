using System.Collections.Immutable;
using Arena.Game.Questions;
using Arena.Game.Vocabulary;

namespace Arena.Gateway.Quizzes.Content.Types;

/// <inheritdoc/>
internal sealed class PinForm : QuestionForm
{
    public override ImmutableArray<string> Required { get; } = ["areas"];

    public override Question Read(QuestionDraft draft, DraftChecks checks)
    {
        if (draft.Medium is null)
            checks.Refuse(draft.Prompt.At, QuizErrorCode.MissingMember, null, "media");
        else if (draft.Medium.Kind.Value != "picture")
            checks.Refuse(draft.Medium.Kind.At, QuizErrorCode.UnknownValue, draft.Medium.Kind.Value, "kind");
        return new PinQuestion(Guid.Empty, "", Areas(draft.Members, checks), null, 0);
    }

    private static ImmutableArray<PinArea> Areas(DraftMembers members, DraftChecks checks)
    {
        if (members.Find<Sourced<IReadOnlyList<Sourced<PinArea>>>>("areas") is not { } areas
            || !checks.IsCount(areas.Value.Count, areas.At, "areas", 1, GameLimits.MaxAreas))
        {
            return [];
        }
        foreach (Sourced<PinArea> area in areas.Value.Where(area => !area.Value.IsSound()))
        {
            if (area.Value is PolygonArea { Corners.Length: < GameLimits.MinCorners or > GameLimits.MaxCorners } polygon)
                checks.IsCount(polygon.Corners.Length, area.At, "corners", GameLimits.MinCorners, GameLimits.MaxCorners);
            else
                checks.Refuse(area.At, QuizErrorCode.OutOfRange, null, "areas");
        }
        return [.. areas.Value.Select(area => area.Value)];
    }
}
