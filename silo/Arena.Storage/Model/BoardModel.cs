using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Model;

/// <summary>Boards that outlive games.</summary>
internal static class BoardModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<BoardGameRow>(game =>
        {
            game.ToTable("board_game");
            game.HasKey(row => row.SessionId);
            game.HasIndex(row => new { row.QuizId, row.Season });
            game.HasIndex(row => row.Season);
            game.HasOne<GameSessionRow>().WithOne().HasForeignKey<BoardGameRow>(row => row.SessionId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<BoardNameRow>(name =>
        {
            name.ToTable("board_name");
            name.HasKey(row => row.UserId);
            name.HasIndex(row => row.NameKey).IsUnique();
            name.HasOne<UserRow>().WithOne().HasForeignKey<BoardNameRow>(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
