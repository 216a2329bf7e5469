using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Arena.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class HotTables : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_event_log_game_session_session_id",
                table: "event_log");

            migrationBuilder.DropForeignKey(
                name: "fk_player_answer_game_player_player_id",
                table: "player_answer");

            migrationBuilder.DropForeignKey(
                name: "fk_player_answer_game_session_session_id",
                table: "player_answer");

            migrationBuilder.DropIndex(
                name: "ix_score_aggregate_session_id_total_score",
                table: "score_aggregate");

            migrationBuilder.DropIndex(
                name: "ix_player_answer_payload",
                table: "player_answer");

            migrationBuilder.DropIndex(
                name: "ix_player_answer_player_id",
                table: "player_answer");

            migrationBuilder.AlterTable(
                name: "score_aggregate")
                .Annotation("Npgsql:StorageParameter:fillfactor", 50);

            migrationBuilder.AlterTable(
                name: "game_session")
                .Annotation("Npgsql:StorageParameter:fillfactor", 50);

            migrationBuilder.CreateIndex(
                name: "ix_score_aggregate_session_id",
                table: "score_aggregate",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "ix_player_answer_payload",
                table: "player_answer",
                column: "answer_payload",
                filter: "answer_payload ? 'text'")
                .Annotation("Npgsql:IndexMethod", "gin");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_score_aggregate_session_id",
                table: "score_aggregate");

            migrationBuilder.DropIndex(
                name: "ix_player_answer_payload",
                table: "player_answer");

            migrationBuilder.AlterTable(
                name: "score_aggregate")
                .OldAnnotation("Npgsql:StorageParameter:fillfactor", 50);

            migrationBuilder.AlterTable(
                name: "game_session")
                .OldAnnotation("Npgsql:StorageParameter:fillfactor", 50);

            migrationBuilder.CreateIndex(
                name: "ix_score_aggregate_session_id_total_score",
                table: "score_aggregate",
                columns: new[] { "session_id", "total_score" },
                descending: new[] { false, true });

            migrationBuilder.CreateIndex(
                name: "ix_player_answer_payload",
                table: "player_answer",
                column: "answer_payload")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_player_answer_player_id",
                table: "player_answer",
                column: "player_id");

            migrationBuilder.AddForeignKey(
                name: "fk_event_log_game_session_session_id",
                table: "event_log",
                column: "session_id",
                principalTable: "game_session",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "fk_player_answer_game_player_player_id",
                table: "player_answer",
                column: "player_id",
                principalTable: "game_player",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "fk_player_answer_game_session_session_id",
                table: "player_answer",
                column: "session_id",
                principalTable: "game_session",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
