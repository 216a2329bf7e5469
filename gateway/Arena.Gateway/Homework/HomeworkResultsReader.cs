using System.Collections.Immutable;
using Arena.Grains;
using Arena.Storage.Events;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Homework;

/// <summary>What became of a homework.</summary>
internal sealed class HomeworkResultsReader(IDbContextFactory<ArenaDbContext> contexts)
{
    /// <returns>Its questions and players; nothing of a homework that is gone.</returns>
    public async Task<(ImmutableArray<HomeworkQuestion> Questions, ImmutableArray<HomeworkPlayer> Players)> ReadAsync(Guid id, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await context.Homeworks.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } homework)
            return ([], []);
        var players = await context.HomeworkPlayers.AsNoTracking().Where(row => row.HomeworkId == id).OrderBy(row => row.Name).ThenBy(row => row.Id).ToListAsync(cancel);
        var attempts = await context.HomeworkAttempts.AsNoTracking().Where(row => row.HomeworkId == id).ToListAsync(cancel);
        var running = attempts.Where(attempt => attempt.EndedAt is null).Select(attempt => attempt.SessionId).ToArray();
        var answered = await context.PlayerAnswers.Where(answer => EF.Parameter(running).Contains(answer.SessionId))
            .GroupBy(answer => answer.SessionId).Select(answers => new { answers.Key, Count = answers.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancel);
        var ofPlayer = attempts.ToLookup(attempt => attempt.PlayerId);
        return (
            [.. QuizSnapshot.Read(homework.QuizJson).Questions.Select(question => new HomeworkQuestion(question.Prompt, question.IsScored()))],
            [
                .. players.Select(player => new HomeworkPlayer(
                    player.Name, [.. ofPlayer[player.Id].OrderBy(attempt => attempt.Number).Select(attempt => Shown(homework, attempt, answered))])),
            ]);
    }

    private static HomeworkAttempt Shown(HomeworkRow homework, HomeworkAttemptRow attempt, Dictionary<Guid, int> answered)
    {
        var outcomes = OutcomeLetters.Read(attempt.Outcomes ?? "");
        return new(
            attempt.Number, attempt.StartedAt, attempt.EndedAt, HomeworkRules.IsLate(homework, attempt),
            attempt.EndedAt is null ? answered.GetValueOrDefault(attempt.SessionId) : outcomes.Count(outcome => outcome > Game.Results.Outcome.None),
            attempt.Points, attempt.Right, attempt.Scored, outcomes);
    }
}
