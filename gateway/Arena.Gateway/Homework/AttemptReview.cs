using System.Collections.Immutable;
using Arena.Game.Views;

namespace Arena.Gateway.Homework;

/// <summary>An attempt that is over, for its player.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Points">What it earned.</param>
/// <param name="IsLate">Whether it began, or an answer was given, after the due date.</param>
/// <param name="Questions">Those that were asked, in that order.</param>
public sealed record AttemptReview(int Number, int Points, bool IsLate, ImmutableArray<ReviewedQuestion> Questions);
