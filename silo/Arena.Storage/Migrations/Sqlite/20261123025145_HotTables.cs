using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Arena.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class HotTables : Migration
    {
        // SQLite drops a foreign key by rebuilding its table. By hand, because the generated rebuild would begin the log's positions anew
        // after the last row that is still there, and a position that was given once must never be given again.
        private const string WithoutForeignKeys = """
            CREATE TABLE "new_event_log" (
                "id" INTEGER NOT NULL CONSTRAINT "pk_event_log" PRIMARY KEY AUTOINCREMENT,
                "session_id" TEXT NOT NULL,
                "version" INTEGER NOT NULL,
                "epoch" INTEGER NOT NULL,
                "type" TEXT NOT NULL,
                "payload_json" TEXT NOT NULL,
                "created_at" INTEGER NOT NULL
            );
            INSERT INTO "new_event_log" SELECT "id", "session_id", "version", "epoch", "type", "payload_json", "created_at" FROM "event_log";
            DELETE FROM sqlite_sequence WHERE name = 'new_event_log';
            INSERT INTO sqlite_sequence (name, seq) SELECT 'new_event_log', seq FROM sqlite_sequence WHERE name = 'event_log';
            DROP TABLE "event_log";
            ALTER TABLE "new_event_log" RENAME TO "event_log";
            CREATE UNIQUE INDEX "ix_event_log_session_id_version" ON "event_log" ("session_id", "version");
            CREATE TABLE "new_player_answer" (
                "id" TEXT NOT NULL CONSTRAINT "pk_player_answer" PRIMARY KEY,
                "session_id" TEXT NOT NULL,
                "question_id" TEXT NOT NULL,
                "player_id" TEXT NOT NULL,
                "answer_payload" TEXT NOT NULL,
                "answered_at" INTEGER NOT NULL,
                "latency_ms" INTEGER NOT NULL,
                "score_awarded" INTEGER NOT NULL
            );
            INSERT INTO "new_player_answer"
                SELECT "id", "session_id", "question_id", "player_id", "answer_payload", "answered_at", "latency_ms", "score_awarded"
                FROM "player_answer";
            DROP TABLE "player_answer";
            ALTER TABLE "new_player_answer" RENAME TO "player_answer";
            CREATE UNIQUE INDEX "ix_player_answer_session_id_question_id_player_id" ON "player_answer" ("session_id", "question_id", "player_id");
            """;

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(WithoutForeignKeys);

            migrationBuilder.DropIndex(
                name: "ix_score_aggregate_session_id_total_score",
                table: "score_aggregate");

            migrationBuilder.CreateIndex(
                name: "ix_score_aggregate_session_id",
                table: "score_aggregate",
                column: "session_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_score_aggregate_session_id",
                table: "score_aggregate");

            migrationBuilder.CreateIndex(
                name: "ix_score_aggregate_session_id_total_score",
                table: "score_aggregate",
                columns: new[] { "session_id", "total_score" },
                descending: new[] { false, true });

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
