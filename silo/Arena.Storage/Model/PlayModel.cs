using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Model;

/// <summary>Players, their answers and scores, and power-ups.</summary>
/// <remarks>
/// Answers, like the entries of the log, have no foreign keys: they are written by the journal alone, whose fence has the session's row
/// locked, and on PostgreSQL the checks cost twice as much as all the rest of an append (see tests/Arena.Storage.Load). <c>arena db
/// verify</c> finds a row without its parent.
/// </remarks>
internal static class PlayModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<GamePlayerRow>(player =>
        {
            player.ToTable("game_player");
            player.Property(row => row.Id).ValueGeneratedNever();
            player.HasIndex(row => row.SessionId);
            player.HasOne<GameSessionRow>().WithMany().HasForeignKey(row => row.SessionId).OnDelete(DeleteBehavior.Cascade);
            player.HasOne<UserRow>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.SetNull);
        });
        model.Entity<PlayerAnswerRow>(answer =>
        {
            answer.ToTable("player_answer");
            answer.Property(row => row.Id).ValueGeneratedNever();
            answer.HasIndex(row => new { row.SessionId, row.QuestionId, row.PlayerId }).IsUnique();
        });
        model.Entity<ScoreAggregateRow>(score =>
        {
            score.ToTable("score_aggregate");
            score.Property(row => row.Id).ValueGeneratedNever();
            score.HasIndex(row => row.PlayerId).IsUnique();
            // Not with the score: a row whose indexed columns stay as they are can be changed in place.
            score.HasIndex(row => row.SessionId);
            score.HasOne<GameSessionRow>().WithMany().HasForeignKey(row => row.SessionId).OnDelete(DeleteBehavior.Cascade);
            score.HasOne<GamePlayerRow>().WithMany().HasForeignKey(row => row.PlayerId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<PowerUpRow>(powerUp =>
        {
            powerUp.ToTable("power_up");
            powerUp.Property(row => row.Id).ValueGeneratedNever();
            powerUp.HasIndex(row => row.Code).IsUnique();
        });
        model.Entity<PlayerPowerUpRow>(hand =>
        {
            hand.ToTable("player_power_up");
            hand.Property(row => row.Id).ValueGeneratedNever();
            hand.HasOne<GamePlayerRow>().WithMany().HasForeignKey(row => row.PlayerId).OnDelete(DeleteBehavior.Cascade);
            hand.HasOne<PowerUpRow>().WithMany().HasForeignKey(row => row.PowerupId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
