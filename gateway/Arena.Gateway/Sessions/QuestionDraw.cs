using System.Collections.Immutable;
using System.Security.Cryptography;
using Arena.Game.Vocabulary;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Arena.Storage.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Sessions;

/// <param name="Count">How many questions are asked, drawn at random: 1 to 200.</param>
/// <param name="Tags">Draws from all quizzes of yours that have one of these tags; none for the launched quiz alone.</param>
internal sealed record DrawRequest(int Count, IReadOnlyList<string>? Tags = null);

/// <summary>The questions of a game, drawn at random when it is launched: the game itself plays a list like any other.</summary>
/// <param name="Questions">Their ids, in the order in which they are asked.</param>
/// <param name="Sources">The quizzes they are from.</param>
internal sealed record QuestionDraw(ImmutableArray<Guid> Questions, ImmutableArray<Guid> Sources)
{
    /// <summary>A game without a draw.</summary>
    public static QuestionDraw None { get; } = new([], []);

    /// <summary>Of a larger collection the rest is never drawn: what an account may keep by default.</summary>
    private const int MostRead = 20_000;

    /// <summary>All that was drawn is asked, in the order drawn.</summary>
    public SessionSettings AppliedTo(SessionSettings settings) =>
        Questions.IsEmpty ? settings : settings with { QuestionCount = Questions.Length, Shuffle = false };

    /// <summary>Whether a launch was refused because a quiz has changed since the draw.</summary>
    public bool IsOutdatedBy(GameErrorCode refusal) => refusal == GameErrorCode.UnknownQuiz && !Questions.IsEmpty;

    /// <summary>Draws. Only ids are read, whatever the questions are.</summary>
    public static async Task<(QuestionDraw? Draw, ProblemHttpResult? Refusal)> DrawAsync(
        ArenaDbContext context, Guid caller, Guid quiz, DrawRequest request, CancellationToken cancel)
    {
        if (request.Count is < 1 or > GameLimits.MaxQuestions)
            return (null, Problems.Of(GameErrorCode.OutOfRange, limit: GameLimits.MaxQuestions));
        if (DrawTags.Refuse(request.Tags) is { } refused)
            return (null, refused);
        var drawable = await QuizAccess.DrawableAsync(context, caller, quiz, request.Tags ?? [], cancel);
        var found = await drawable.OrderBy(question => question.QuizId).ThenBy(question => question.Order).Take(MostRead)
            .Select(question => new Candidate(question.Id, question.QuizId)).ToArrayAsync(cancel);
        return found.Length < request.Count
            ? (null, Problems.Of(GameErrorCode.TooFewQuestions, detail: "The limit is how many there are.", limit: found.Length))
            : (Of(found, request.Count), null);
    }

    /// <summary>Some of the candidates, each order of each choice as likely as any other.</summary>
    public static QuestionDraw Of(Candidate[] candidates, int count)
    {
        Candidate[] shuffled = [.. candidates];
        RandomNumberGenerator.Shuffle(shuffled.AsSpan());
        var drawn = shuffled.AsSpan(0, count).ToImmutableArray();
        return new([.. drawn.Select(candidate => candidate.Question)], [.. drawn.Select(candidate => candidate.Quiz).Distinct()]);
    }

    /// <param name="Question">A question.</param>
    /// <param name="Quiz">Of which quiz.</param>
    internal sealed record Candidate(Guid Question, Guid Quiz);
}
