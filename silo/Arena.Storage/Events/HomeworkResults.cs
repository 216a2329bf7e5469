using Arena.Game.Results;
using Arena.Game.State;
using Arena.Grains;
using Arena.Grains.Events;
using Arena.Storage.Model;
using Arena.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Events;

/// <summary>Keeps what became of each attempt at a homework that has ended, so that the results of a class need no log.</summary>
public sealed class HomeworkResults(EventInbox inbox, IDbContextFactory<ArenaDbContext> contexts) : IReplayableEventConsumer
{
    // The journal has written when the session ended in the transaction of the event.
    private const string Record = """
        UPDATE homework_attempt
        SET ended_at = $2, last_answer_at = (SELECT max(a.answered_at) FROM player_answer AS a WHERE a.session_id = $1), points = $3, "right" = $4, scored = $5, outcomes = $6
        WHERE session_id = $1
        """;

    private const string Remove = "UPDATE homework_attempt SET ended_at = NULL, last_answer_at = NULL, points = 0, \"right\" = 0, scored = 0, outcomes = NULL WHERE session_id = $1";

    public string Name => "homework";

    public async Task HandleAsync(SessionEvents events, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(events);
        if (events.Events.LastOrDefault(happened => happened.Type == SessionEventTypes.Finished) is not { } finished || await QuizOfAsync(finished.SessionId, cancel) is not { } quiz)
            return;
        var effect = await GameReplay.ReadAsync(contexts, finished, cancel) is var (_, ended) ? Result(ended, quiz) : [];
        await inbox.ApplyOnceAtEndAsync(Name, events, _ => effect, cancel);
    }

    public Task ForgetAsync(Guid sessionId, CancellationToken cancel) => inbox.ForgetAsync(Name, sessionId, [new(Remove, sessionId)], cancel);

    private async Task<string?> QuizOfAsync(Guid sessionId, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.HomeworkAttempts.Where(attempt => attempt.SessionId == sessionId)
            .Join(context.Homeworks, attempt => attempt.HomeworkId, homework => homework.Id, (_, homework) => homework.QuizJson).SingleOrDefaultAsync(cancel);
    }

    private static BatchStatement[] Result(GameState ended, string quiz)
    {
        var grid = new AnswerGrid(ended);
        var seated = grid.Players.Length > 0;
        var outcomes = grid.Questions.Index().ToDictionary(question => question.Item.Id, question => seated ? grid.OutcomeOf(question.Index, 0) : Outcome.NotAsked);
        var questions = QuizSnapshot.Read(quiz).Questions;
        return
        [
            new(Record, ended.SessionId, ended.PhaseSinceMs, seated ? grid.Players[0].Score : 0, outcomes.Values.Count(outcome => outcome == Outcome.Right),
                questions.Count(question => question.IsScored()),
                OutcomeLetters.Write(questions.Select(question => outcomes.GetValueOrDefault(question.Id, question.TakesAnswers() ? Outcome.None : Outcome.NotAsked)))),
        ];
    }
}
