using Microsoft.EntityFrameworkCore;

namespace Arena.Storage;

/// <summary>Players, their answers and scores, and power-ups.</summary>
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
            answer.HasOne<GameSessionRow>().WithMany().HasForeignKey(row => row.SessionId).OnDelete(DeleteBehavior.Cascade);
            answer.HasOne<GamePlayerRow>().WithMany().HasForeignKey(row => row.PlayerId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<ScoreAggregateRow>(score =>
        {
            score.ToTable("score_aggregate");
            score.Property(row => row.Id).ValueGeneratedNever();
            score.HasIndex(row => row.PlayerId).IsUnique();
            score.HasIndex(row => new { row.SessionId, row.TotalScore }).IsDescending(false, true);
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
