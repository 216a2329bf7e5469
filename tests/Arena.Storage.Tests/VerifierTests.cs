using System.Text.Json.Nodes;
using Arena.Storage.Tests.Support;
using Arena.Storage.Verification;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Storage.Tests;

/// <summary>Every difference from the log is found, on every database.</summary>
public abstract class VerifierTests : DatabaseTests
{
    [Fact]
    public async Task Running_and_ended_games_match_their_logs()
    {
        await PlayAsync("AAAAAA", rounds: 2);
        await PlayAsync("BBBBBB", rounds: 9);

        var (result, differences) = await VerifyAsync();

        Assert.Empty(differences);
        Assert.Equal((2, 0), (result.Sessions, result.Differences));
        Assert.InRange(result.Answers, 1, result.Entries);
    }

    [Theory]
    [InlineData("UPDATE score_aggregate SET total_score = total_score + 1", "score of player")]
    [InlineData("UPDATE score_aggregate SET final_rank = 7", "score of player")]
    [InlineData("DELETE FROM score_aggregate", "is missing")]
    [InlineData("UPDATE player_answer SET score_awarded = score_awarded + 1", "answer")]
    [InlineData("DELETE FROM player_answer", "is missing")]
    [InlineData("UPDATE player_answer SET answer_payload = '{\"kind\":\"choice\",\"option\":7}'", "answer")]
    [InlineData("UPDATE player_answer SET answer_payload = '{\"kind\":\"dance\"}'", "answer")]
    [InlineData("UPDATE game_player SET nickname = 'Eve'", "player")]
    [InlineData("UPDATE game_session SET started_at = 1", "started_at is 1")]
    [InlineData("UPDATE game_session SET status = 'Ended'", "status is Ended, the log tells Live")]
    [InlineData("UPDATE session_snapshot SET version = version - 1", "is not what the log tells")]
    [InlineData("UPDATE session_snapshot SET version = 9999", "the snapshot is of version 9999, the log ends at")]
    [InlineData("UPDATE session_snapshot SET created_at = created_at + 1", "is not what the log tells")]
    [InlineData("DELETE FROM event_log WHERE version = 3", "the log lacks version 3")]
    [InlineData("DELETE FROM event_log WHERE version = (SELECT max(version) FROM event_log)", "the session's row says")]
    [InlineData("UPDATE event_log SET type = 'spaceship.7' WHERE version = 3", "'spaceship.7'")]
    [InlineData("UPDATE event_log SET payload_json = '{' WHERE version = 3", "cannot be replayed")]
    public async Task A_row_that_differs_from_the_log_is_reported(string change, string report)
    {
        await PlayAsync("AAAAAA", rounds: 1);
        await using (var context = Storage.Context())
            await context.Database.ExecuteSqlRawAsync(change.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));

        var (result, differences) = await VerifyAsync();

        Assert.Equal(differences.Count, result.Differences);
        Assert.Contains(differences, difference => difference.Contains(report, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_that_an_earlier_release_wrote_is_as_the_log_tells()
    {
        await PlayAsync("AAAAAA", rounds: 1);
        await using (var context = Storage.Context())
        {
            foreach (var answer in await context.PlayerAnswers.ToListAsync())
                answer.AnswerPayload = $$"""{"choice": {{JsonNode.Parse(answer.AnswerPayload)!["option"]}}}""";
            await context.SaveChangesAsync();
        }

        Assert.Empty((await VerifyAsync()).Differences);
    }

    [Fact]
    public async Task A_snapshot_of_another_release_is_not_looked_at()
    {
        await PlayAsync("AAAAAA", rounds: 1);
        await using (var context = Storage.Context())
            await context.SessionSnapshots.ExecuteUpdateAsync(set => set.SetProperty(row => row.Type, "gameState.99").SetProperty(row => row.Payload, Array.Empty<byte>()));

        Assert.Empty((await VerifyAsync()).Differences);
    }

    private async Task PlayAsync(string code, int rounds)
    {
        var game = await TestGame.LaunchAsync(Storage.Journal, code, seed: 5);
        await game.JoinAsync(12);
        await game.PlayAsync(rounds);
        await game.KeepSnapshotAsync();
    }

    private async Task<(VerificationResult Result, List<string> Differences)> VerifyAsync()
    {
        var differences = new List<string>();
        return (await Storage.Services.GetRequiredService<StorageVerifier>().VerifyAsync("test", differences.Add, default), differences);
    }
}
