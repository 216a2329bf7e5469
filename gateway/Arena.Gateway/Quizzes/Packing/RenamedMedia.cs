using System.Collections.Immutable;
using Arena.Game.Questions;

namespace Arena.Gateway.Quizzes.Packing;

/// <summary>Questions with other media than they name, or without some.</summary>
internal static class RenamedMedia
{
    public static ImmutableArray<Question> Of(ImmutableArray<Question> questions, Func<Medium, Medium?> rename) =>
        [.. questions.Select(question => question.Media().Any() ? Of(question, rename) : question)];

    private static Question Of(Question question, Func<Medium, Medium?> rename)
    {
        var renamed = question is OptionsQuestion options
            ? options with { Options = [.. options.Options.Select(option => option.Picture is { } picture ? option with { Picture = rename(picture) } : option)] }
            : question;
        return renamed.Medium is { } medium ? renamed with { Medium = rename(medium) } : renamed;
    }
}
