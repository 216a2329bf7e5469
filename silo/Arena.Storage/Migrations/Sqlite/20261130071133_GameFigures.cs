using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Arena.Storage.Migrations.Sqlite
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
                    session_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    quiz_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: false),
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    players = table.Column<int>(type: "INTEGER", nullable: false),
                    right = table.Column<int>(type: "INTEGER", nullable: false),
                    asked = table.Column<int>(type: "INTEGER", nullable: false)
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
                    session_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    fingerprint = table.Column<Guid>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    prompt = table.Column<string>(type: "TEXT", nullable: false),
                    is_scored = table.Column<bool>(type: "INTEGER", nullable: false),
                    asked = table.Column<int>(type: "INTEGER", nullable: false),
                    right = table.Column<int>(type: "INTEGER", nullable: false),
                    partly = table.Column<int>(type: "INTEGER", nullable: false),
                    wrong = table.Column<int>(type: "INTEGER", nullable: false),
                    unscored = table.Column<int>(type: "INTEGER", nullable: false),
                    none = table.Column<int>(type: "INTEGER", nullable: false)
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
