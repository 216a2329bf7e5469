using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Arena.Game.Vocabulary;

/// <summary>
/// A part of a picture, in shares of its width and height from the upper left corner. A closed family; in files, in logs and on the wire <c>shape</c>
/// names the case.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "shape")]
[JsonDerivedType(typeof(CircleArea), "circle")]
[JsonDerivedType(typeof(PolygonArea), "polygon")]
public abstract record PinArea
{
    private protected PinArea()
    {
    }

    /// <summary>Whether it is within its limits.</summary>
    public abstract bool IsSound();

    /// <summary>Whether a place is in it; its edge belongs to it.</summary>
    /// <param name="x">Share of the width.</param>
    /// <param name="y">Share of the height.</param>
    /// <param name="heightOfWidth">The picture's height as a share of its width.</param>
    public abstract bool Has(double x, double y, double heightOfWidth);

    internal static bool IsShare(double share) => share is >= 0 and <= 1;
}

/// <summary>A circle.</summary>
/// <param name="X">Its centre, as a share of the width.</param>
/// <param name="Y">Its centre, as a share of the height.</param>
/// <param name="Radius">As a share of the width.</param>
public sealed record CircleArea(double X, double Y, double Radius) : PinArea
{
    /// <inheritdoc/>
    public override bool IsSound() => IsShare(X) && IsShare(Y) && Radius is >= GameLimits.MinPinRadius and <= 1;

    /// <inheritdoc/>
    public override bool Has(double x, double y, double heightOfWidth)
    {
        var (across, down) = (x - X, (y - Y) * heightOfWidth);
        return (across * across) + (down * down) <= Radius * Radius;
    }
}

/// <summary>A polygon; where its sides cross, the even-odd rule says what is in it.</summary>
/// <param name="Corners">In their order.</param>
public sealed record PolygonArea(ImmutableArray<PinPoint> Corners) : PinArea
{
    /// <inheritdoc/>
    public override bool IsSound() =>
        !Corners.IsDefault && Corners.Length is >= GameLimits.MinCorners and <= GameLimits.MaxCorners
        && Corners.All(corner => corner is not null && IsShare(corner.X) && IsShare(corner.Y));

    /// <inheritdoc/>
    public override bool Has(double x, double y, double heightOfWidth)
    {
        var isInside = false;
        for (var (index, before) = (0, Corners.Length - 1); index < Corners.Length; before = index++)
        {
            var (one, other) = (Corners[index], Corners[before]);
            if (IsOn(one, other, x, y))
                return true;
            if (one.Y > y != other.Y > y && x < ((other.X - one.X) * (y - one.Y) / (other.Y - one.Y)) + one.X)
                isInside = !isInside;
        }
        return isInside;
    }

    private static bool IsOn(PinPoint one, PinPoint other, double x, double y) =>
        ((other.X - one.X) * (y - one.Y)) - ((other.Y - one.Y) * (x - one.X)) == 0
        && x >= Math.Min(one.X, other.X) && x <= Math.Max(one.X, other.X) && y >= Math.Min(one.Y, other.Y) && y <= Math.Max(one.Y, other.Y);
}

/// <summary>A place on a picture.</summary>
/// <param name="X">Share of the width.</param>
/// <param name="Y">Share of the height.</param>
public sealed record PinPoint(double X, double Y);
