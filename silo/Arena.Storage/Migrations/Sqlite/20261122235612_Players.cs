using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Arena.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Players : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "auth_session",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    refresh_token_hash = table.Column<string>(type: "TEXT", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    user_agent = table.Column<string>(type: "TEXT", nullable: true),
                    ip = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_auth_session", x => x.id);
                    table.ForeignKey(
                        name: "fk_auth_session_user_user_id",
                        column: x => x.user_id,
                        principalTable: "user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "game_player",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    nickname = table.Column<string>(type: "TEXT", nullable: false),
                    join_at = table.Column<long>(type: "INTEGER", nullable: false),
                    team_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_game_player", x => x.id);
                    table.ForeignKey(
                        name: "fk_game_player_game_session_session_id",
                        column: x => x.session_id,
                        principalTable: "game_session",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_game_player_user_user_id",
                        column: x => x.user_id,
                        principalTable: "user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "power_up",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: false),
                    effect_json = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_power_up", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "player_answer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    question_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    player_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    answer_payload = table.Column<string>(type: "TEXT", nullable: false),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: false),
                    latency_ms = table.Column<int>(type: "INTEGER", nullable: false),
                    score_awarded = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_player_answer", x => x.id);
                    table.ForeignKey(
                        name: "fk_player_answer_game_player_player_id",
                        column: x => x.player_id,
                        principalTable: "game_player",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_player_answer_game_session_session_id",
                        column: x => x.session_id,
                        principalTable: "game_session",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "score_aggregate",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    player_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    total_score = table.Column<long>(type: "INTEGER", nullable: false),
                    streak_count = table.Column<int>(type: "INTEGER", nullable: false),
                    last_update = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_score_aggregate", x => x.id);
                    table.ForeignKey(
                        name: "fk_score_aggregate_game_player_player_id",
                        column: x => x.player_id,
                        principalTable: "game_player",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_score_aggregate_game_session_session_id",
                        column: x => x.session_id,
                        principalTable: "game_session",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "player_power_up",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    player_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    powerup_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    consumed_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_player_power_up", x => x.id);
                    table.ForeignKey(
                        name: "fk_player_power_up_game_player_player_id",
                        column: x => x.player_id,
                        principalTable: "game_player",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_player_power_up_power_up_powerup_id",
                        column: x => x.powerup_id,
                        principalTable: "power_up",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_auth_session_expires_at",
                table: "auth_session",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_auth_session_refresh_token_hash",
                table: "auth_session",
                column: "refresh_token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_auth_session_user_id",
                table: "auth_session",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_game_player_session_id",
                table: "game_player",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "ix_game_player_user_id",
                table: "game_player",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_player_answer_player_id",
                table: "player_answer",
                column: "player_id");

            migrationBuilder.CreateIndex(
                name: "ix_player_answer_session_id_question_id_player_id",
                table: "player_answer",
                columns: new[] { "session_id", "question_id", "player_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_player_power_up_player_id",
                table: "player_power_up",
                column: "player_id");

            migrationBuilder.CreateIndex(
                name: "ix_player_power_up_powerup_id",
                table: "player_power_up",
                column: "powerup_id");

            migrationBuilder.CreateIndex(
                name: "ix_power_up_code",
                table: "power_up",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_score_aggregate_player_id",
                table: "score_aggregate",
                column: "player_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_score_aggregate_session_id_total_score",
                table: "score_aggregate",
                columns: new[] { "session_id", "total_score" },
                descending: new[] { false, true });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "auth_session");

            migrationBuilder.DropTable(
                name: "player_answer");

            migrationBuilder.DropTable(
                name: "player_power_up");

            migrationBuilder.DropTable(
                name: "score_aggregate");

            migrationBuilder.DropTable(
                name: "power_up");

            migrationBuilder.DropTable(
                name: "game_player");
        }
    }
}
