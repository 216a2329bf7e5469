using Arena.Game.Views;
using Arena.Game.Vocabulary;

namespace Arena.Game.Questions;

/// <summary>Counts places: each by itself where few differ, else by the cells of a grid. Nothing in it depends on the key.</summary>
internal static class PointTallies
{
    public static PointsTally Count(IEnumerable<AnswerValue> answers)
    {
        PointAnswer[] points = [.. answers.OfType<PointAnswer>().Where(point => point is { X: >= 0 and <= 1, Y: >= 0 and <= 1 })];
        var exact = Counted(points.Select(point => (point.X, point.Y)));
        return exact.Length <= GameLimits.MaxTallyLines ? new([.. exact]) : new([.. Counted(points.Select(point => (Cell(point.X), Cell(point.Y))))]);
    }

    /// <summary>In an order that does not depend on who answered first.</summary>
    private static PointCount[] Counted(IEnumerable<(double X, double Y)> points) =>
        [.. points.GroupBy(point => point).Select(same => new PointCount(same.Key.X, same.Key.Y, same.Count())).OrderBy(point => point.Y).ThenBy(point => point.X)];

    /// <summary>The middle of the cell.</summary>
    private static double Cell(double share)
    {
        var cell = Math.Min((int)(share * GameLimits.TallyGrid), GameLimits.TallyGrid - 1);
        return (cell + 0.5) / GameLimits.TallyGrid;
    }
}
