using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Arena.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "grain_state",
                columns: table => new
                {
                    provider = table.Column<string>(type: "text", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    payload_json = table.Column<string>(type: "text", nullable: false),
                    etag = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_grain_state", x => new { x.provider, x.type, x.key });
                });

            migrationBuilder.CreateTable(
                name: "power_up",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    description = table.Column<string>(type: "text", nullable: false),
                    effect_json = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_power_up", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "user",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    username = table.Column<string>(type: "text", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    twitch_id = table.Column<string>(type: "text", nullable: true),
                    avatar_url = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "auth_session",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    refresh_token_hash = table.Column<string>(type: "text", nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: false),
                    user_agent = table.Column<string>(type: "text", nullable: true),
                    ip = table.Column<string>(type: "text", nullable: true)
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
                name: "game_session",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    quiz_id = table.Column<Guid>(type: "uuid", nullable: false),
                    host_id = table.Column<Guid>(type: "uuid", nullable: true),
                    code = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    started_at = table.Column<long>(type: "bigint", nullable: true),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    config_json = table.Column<string>(type: "text", nullable: false),
                    epoch = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_game_session", x => x.id);
                    table.ForeignKey(
                        name: "fk_game_session_user_host_id",
                        column: x => x.host_id,
                        principalTable: "user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "quiz",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    title = table.Column<string>(type: "text", nullable: false),
                    description = table.Column<string>(type: "text", nullable: true),
                    visibility = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_quiz", x => x.id);
                    table.ForeignKey(
                        name: "fk_quiz_user_owner_id",
                        column: x => x.owner_id,
                        principalTable: "user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "event_log",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    epoch = table.Column<long>(type: "bigint", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    payload_json = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_log", x => x.id);
                    table.ForeignKey(
                        name: "fk_event_log_game_session_session_id",
                        column: x => x.session_id,
                        principalTable: "game_session",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "game_player",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    nickname = table.Column<string>(type: "text", nullable: false),
                    join_at = table.Column<long>(type: "bigint", nullable: false),
                    team_id = table.Column<Guid>(type: "uuid", nullable: true)
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
                name: "question",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    quiz_id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    prompt = table.Column<string>(type: "text", nullable: false),
                    media_url = table.Column<string>(type: "text", nullable: true),
                    time_limit_ms = table.Column<int>(type: "integer", nullable: false),
                    points = table.Column<int>(type: "integer", nullable: false),
                    explanation = table.Column<string>(type: "text", nullable: true),
                    order = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_question", x => x.id);
                    table.ForeignKey(
                        name: "fk_question_quiz_quiz_id",
                        column: x => x.quiz_id,
                        principalTable: "quiz",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "player_answer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    question_id = table.Column<Guid>(type: "uuid", nullable: false),
                    player_id = table.Column<Guid>(type: "uuid", nullable: false),
                    answer_payload = table.Column<string>(type: "jsonb", nullable: false),
                    answered_at = table.Column<long>(type: "bigint", nullable: false),
                    latency_ms = table.Column<int>(type: "integer", nullable: false),
                    score_awarded = table.Column<int>(type: "integer", nullable: false)
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
                name: "player_power_up",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    player_id = table.Column<Guid>(type: "uuid", nullable: false),
                    powerup_id = table.Column<Guid>(type: "uuid", nullable: false),
                    consumed_at = table.Column<long>(type: "bigint", nullable: true)
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

            migrationBuilder.CreateTable(
                name: "score_aggregate",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    player_id = table.Column<Guid>(type: "uuid", nullable: false),
                    total_score = table.Column<long>(type: "bigint", nullable: false),
                    streak_count = table.Column<int>(type: "integer", nullable: false),
                    last_update = table.Column<long>(type: "bigint", nullable: false)
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
                name: "question_option",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    question_id = table.Column<Guid>(type: "uuid", nullable: false),
                    label = table.Column<string>(type: "text", nullable: false),
                    is_correct = table.Column<bool>(type: "boolean", nullable: false),
                    weight = table.Column<double>(type: "double precision", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_question_option", x => x.id);
                    table.ForeignKey(
                        name: "fk_question_option_question_question_id",
                        column: x => x.question_id,
                        principalTable: "question",
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
                name: "ix_event_log_session_id_version",
                table: "event_log",
                columns: new[] { "session_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_game_player_session_id",
                table: "game_player",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "ix_game_player_user_id",
                table: "game_player",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_game_session_host_id",
                table: "game_session",
                column: "host_id");

            migrationBuilder.CreateIndex(
                name: "ix_game_session_live_code",
                table: "game_session",
                column: "code",
                unique: true,
                filter: "status = 'Live'");

            migrationBuilder.CreateIndex(
                name: "ix_game_session_quiz_id",
                table: "game_session",
                column: "quiz_id");

            migrationBuilder.CreateIndex(
                name: "ix_player_answer_payload",
                table: "player_answer",
                column: "answer_payload")
                .Annotation("Npgsql:IndexMethod", "gin");

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
                name: "ix_question_quiz_id_order",
                table: "question",
                columns: new[] { "quiz_id", "order" });

            migrationBuilder.CreateIndex(
                name: "ix_question_option_correct",
                table: "question_option",
                column: "question_id",
                filter: "is_correct");

            migrationBuilder.CreateIndex(
                name: "ix_question_option_question_id_order",
                table: "question_option",
                columns: new[] { "question_id", "order" });

            migrationBuilder.CreateIndex(
                name: "ix_quiz_owner_id",
                table: "quiz",
                column: "owner_id");

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

            migrationBuilder.CreateIndex(
                name: "ix_user_twitch_id",
                table: "user",
                column: "twitch_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_user_username",
                table: "user",
                column: "username",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "auth_session");

            migrationBuilder.DropTable(
                name: "event_log");

            migrationBuilder.DropTable(
                name: "grain_state");

            migrationBuilder.DropTable(
                name: "player_answer");

            migrationBuilder.DropTable(
                name: "player_power_up");

            migrationBuilder.DropTable(
                name: "question_option");

            migrationBuilder.DropTable(
                name: "score_aggregate");

            migrationBuilder.DropTable(
                name: "power_up");

            migrationBuilder.DropTable(
                name: "question");

            migrationBuilder.DropTable(
                name: "game_player");

            migrationBuilder.DropTable(
                name: "quiz");

            migrationBuilder.DropTable(
                name: "game_session");

            migrationBuilder.DropTable(
                name: "user");
        }
    }
}
