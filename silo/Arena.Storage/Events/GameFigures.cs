using Arena.Game.Results;
using Arena.Game.State;
using Arena.Grains.Events;
using Arena.Storage.Model;
using Arena.Storage.Quizzes;
using Arena.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Events;

/// <summary>
/// Keeps the figures of each game that has ended, and of its questions, so that those of many games can be added up. They are counted from the log as a
/// report counts them, hold nothing of a player, and are deleted with the game.
/// </summary>
public sealed class GameFigures(EventInbox inbox, IDbContextFactory<ArenaDbContext> contexts) : IReplayableEventConsumer
{
    /// <summary>A month is kept as a number: the year times this, and the month.</summary>
    private const int YearFactor = 100;

    private const string RecordGame = """
        INSERT INTO game_figures (session_id, quiz_id, ended_at, month, players, "right", asked)
        SELECT s.id, $2, $3, $4, $5, $6, $7 FROM game_session AS s WHERE s.id = $1
        ON CONFLICT (session_id) DO NOTHING
        """;

    private const string RecordQuestion = """
        INSERT INTO question_figures (session_id, round, fingerprint, type, prompt, is_scored, asked, "right", partly, wrong, unscored, "none")
        SELECT f.session_id, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12 FROM game_figures AS f WHERE f.session_id = $1
        ON CONFLICT (session_id, round) DO NOTHING
        """;

    // Those of its questions go with it.
    private const string Remove = "DELETE FROM game_figures WHERE session_id = $1";

    public string Name => "game-figures";

    public async Task HandleAsync(SessionEvents events, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(events);
        if (events.Events.LastOrDefault(happened => happened.Type == SessionEventTypes.Finished) is not { } finished)
            return;
        var statements = await GameReplay.ReadAsync(contexts, finished, cancel) is var (launched, ended) ? Record(launched, ended) : [];
        await inbox.ApplyOnceAtEndAsync(Name, events, _ => statements, cancel);
    }

    public Task ForgetAsync(Guid sessionId, CancellationToken cancel) => inbox.ForgetAsync(Name, sessionId, [new(Remove, sessionId)], cancel);

    private static List<BatchStatement> Record(GameState launched, GameState state)
    {
        var grid = new AnswerGrid(state);
        var players = Enumerable.Range(0, grid.Players.Length);
        var questions = grid.Rounds.Index().Where(round => !round.Item.Skipped && grid.Questions[round.Index].TakesAnswers())
            .Select(round => (round.Item.Round, Question: grid.Questions[round.Index],
                Counts: OutcomeCounts.Of(players.Select(player => grid.OutcomeOf(round.Index, player)))))
            .ToList();
        var scored = questions.Where(question => question.Question.IsScored()).ToList();
        var answered = players.Count(player => grid.Rounds.Index().Any(round => grid.OutcomeOf(round.Index, player) > Outcome.None));
        var ended = DateTimeOffset.FromUnixTimeMilliseconds(state.PhaseSinceMs);
        return
        [
            new(RecordGame, state.SessionId, state.Quiz.Id, state.PhaseSinceMs, (ended.Year * YearFactor) + ended.Month, answered,
                scored.Sum(question => question.Counts.Right), scored.Sum(question => question.Counts.Asked)),
            // A host may have accepted a text meanwhile, which is no edit of the quiz.
            .. questions.Select(question => new BatchStatement(
                RecordQuestion, state.SessionId, question.Round, QuestionFingerprint.Of(launched.Quiz.Questions[question.Round]),
                question.Question.Type.ToString(), question.Question.Prompt, question.Question.IsScored(), question.Counts.Asked, question.Counts.Right,
                question.Counts.Partly, question.Counts.Wrong, question.Counts.Unscored, question.Counts.None)),
        ];
    }
}
