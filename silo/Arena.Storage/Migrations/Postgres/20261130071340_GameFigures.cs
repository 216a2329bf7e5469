using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Arena.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class GameFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "game_figures",
                columns: table => new
                {
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    quiz_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: false),
                    month = table.Column<int>(type: "integer", nullable: false),
                    players = table.Column<int>(type: "integer", nullable: false),
                    right = table.Column<int>(type: "integer", nullable: false),
                    asked = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_game_figures", x => x.session_id);
                    table.ForeignKey(
                        name: "fk_game_figures_game_session_session_id",
                        column: x => x.session_id,
                        principalTable: "game_session",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "question_figures",
                columns: table => new
                {
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    fingerprint = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    prompt = table.Column<string>(type: "text", nullable: false),
                    is_scored = table.Column<bool>(type: "boolean", nullable: false),
                    asked = table.Column<int>(type: "integer", nullable: false),
                    right = table.Column<int>(type: "integer", nullable: false),
                    partly = table.Column<int>(type: "integer", nullable: false),
                    wrong = table.Column<int>(type: "integer", nullable: false),
                    unscored = table.Column<int>(type: "integer", nullable: false),
                    none = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_question_figures", x => new { x.session_id, x.round });
                    table.ForeignKey(
                        name: "fk_question_figures_game_figures_session_id",
                        column: x => x.session_id,
                        principalTable: "game_figures",
                        principalColumn: "session_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_game_figures_quiz_id_ended_at",
                table: "game_figures",
                columns: new[] { "quiz_id", "ended_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "question_figures");

            migrationBuilder.DropTable(
                name: "game_figures");
        }
    }
}
