using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Arena.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FinalRanks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "final_rank",
                table: "score_aggregate",
                type: "INTEGER",
                nullable: true);

            // Of games that are over, players who were removed have a rank as well: only the log tells them from the others.
            migrationBuilder.Sql("""
                UPDATE score_aggregate SET final_rank = ranked.place
                FROM (
                    SELECT score.id, rank() OVER (PARTITION BY score.session_id ORDER BY score.total_score DESC) AS place
                    FROM score_aggregate AS score JOIN game_session AS game ON game.id = score.session_id WHERE game.status = 'Ended'
                ) AS ranked
                WHERE score_aggregate.id = ranked.id;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "final_rank",
                table: "score_aggregate");
        }
    }
}
