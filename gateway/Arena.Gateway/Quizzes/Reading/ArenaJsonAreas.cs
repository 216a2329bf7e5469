using Arena.Game.Vocabulary;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading;

/// <summary>Reads the areas of a picture in Arena's own JSON.</summary>
internal static class ArenaJsonAreas
{
    private const string Circle = "circle";
    private const string Polygon = "polygon";

    public static Sourced<IReadOnlyList<Sourced<PinArea>>>? Read(ref JsonCursor json)
    {
        SourceMark at = json.Here;
        if (!json.EnterArray())
            return null;
        var areas = new List<Sourced<PinArea>>();
        while (json.NextElement())
        {
            SourceMark start = json.Here;
            // One more than allowed is enough to refuse the list.
            if (Area(ref json) is { } area && areas.Count <= GameLimits.MaxAreas)
                areas.Add(new(area, start));
        }
        return new(areas, at);
    }

    private static PinArea? Area(ref JsonCursor json)
    {
        SourceMark start = json.Here;
        if (!json.EnterObject())
            return null;
        Sourced<string>? shape = null;
        Sourced<decimal>? x = null, y = null, radius = null;
        List<PinPoint>? corners = null;
        while (json.NextMember(out string member))
        {
            switch (member)
            {
                case "shape": shape = json.ReadText(); break;
                case "x": x = json.ReadDecimal(); break;
                case "y": y = json.ReadDecimal(); break;
                case "radius": radius = json.ReadDecimal(); break;
                case "corners": corners = Corners(ref json); break;
                default: json.RefuseMember(member); break;
            }
        }
        switch (shape?.Value)
        {
            case null:
                json.Require(start, "shape");
                return null;
            case Circle:
                json.Require(start, "x", "y", "radius");
                Refuse(ref json, start, "corners");
                return x is null || y is null || radius is null ? null : new CircleArea((double)x.Value, (double)y.Value, (double)radius.Value);
            case Polygon:
                json.Require(start, "corners");
                Refuse(ref json, start, "x", "y", "radius");
                return corners is null ? null : new PolygonArea([.. corners]);
            default:
                json.Fault(shape.At, QuizErrorCode.UnknownValue, shape.Value);
                return null;
        }
    }

    /// <summary>Reports members of the other shape.</summary>
    private static void Refuse(ref JsonCursor json, SourceMark start, params ReadOnlySpan<string> members)
    {
        foreach (string member in members)
        {
            if (json.Has(member))
                json.Fault(start.OfMember(member), QuizErrorCode.UnknownMember, member);
        }
    }

    private static List<PinPoint>? Corners(ref JsonCursor json)
    {
        if (!json.EnterArray())
            return null;
        var corners = new List<PinPoint>();
        while (json.NextElement())
        {
            if (Corner(ref json) is { } corner && corners.Count <= GameLimits.MaxCorners)
                corners.Add(corner);
        }
        return corners;
    }

    private static PinPoint? Corner(ref JsonCursor json)
    {
        SourceMark start = json.Here;
        if (!json.EnterObject())
            return null;
        Sourced<decimal>? x = null, y = null;
        while (json.NextMember(out string member))
        {
            switch (member)
            {
                case "x": x = json.ReadDecimal(); break;
                case "y": y = json.ReadDecimal(); break;
                default: json.RefuseMember(member); break;
            }
        }
        json.Require(start, "x", "y");
        return x is null || y is null ? null : new((double)x.Value, (double)y.Value);
    }
}
