using System.Collections.Immutable;
using Arena.Game.Questions;

namespace Arena.Gateway.Tests.Quizzes;

/// <summary>What tests ask of questions that were read.</summary>
internal static class QuestionSteps
{
    /// <summary>Those of a question that has options.</summary>
    public static ImmutableArray<Option> Options(this Question question) => Assert.IsAssignableFrom<OptionsQuestion>(question).Options;
}
