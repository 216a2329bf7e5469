using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Arena.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Homework : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "homework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    quiz_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    quiz_json = table.Column<string>(type: "text", nullable: false),
                    questions = table.Column<int>(type: "integer", nullable: false),
                    token = table.Column<string>(type: "text", nullable: false),
                    opens_at = table.Column<long>(type: "bigint", nullable: true),
                    due_at = table.Column<long>(type: "bigint", nullable: false),
                    accepts_late = table.Column<bool>(type: "boolean", nullable: false),
                    max_attempts = table.Column<int>(type: "integer", nullable: true),
                    shuffle = table.Column<bool>(type: "boolean", nullable: false),
                    feedback_at_end = table.Column<bool>(type: "boolean", nullable: false),
                    untimed = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    closed_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_homework", x => x.id);
                    table.ForeignKey(
                        name: "fk_homework_user_owner_id",
                        column: x => x.owner_id,
                        principalTable: "user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "homework_player",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    homework_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    key_hash = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    name_key = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_homework_player", x => x.id);
                    table.ForeignKey(
                        name: "fk_homework_player_homework_homework_id",
                        column: x => x.homework_id,
                        principalTable: "homework",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_homework_player_user_user_id",
                        column: x => x.user_id,
                        principalTable: "user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "homework_attempt",
                columns: table => new
                {
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    homework_id = table.Column<Guid>(type: "uuid", nullable: false),
                    player_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    started_at = table.Column<long>(type: "bigint", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    last_answer_at = table.Column<long>(type: "bigint", nullable: true),
                    points = table.Column<int>(type: "integer", nullable: false),
                    right = table.Column<int>(type: "integer", nullable: false),
                    scored = table.Column<int>(type: "integer", nullable: false),
                    outcomes = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_homework_attempt", x => x.session_id);
                    table.ForeignKey(
                        name: "fk_homework_attempt_homework_player_player_id",
                        column: x => x.player_id,
                        principalTable: "homework_player",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_homework_owner_id",
                table: "homework",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_homework_quiz_id",
                table: "homework",
                column: "quiz_id");

            migrationBuilder.CreateIndex(
                name: "ix_homework_token",
                table: "homework",
                column: "token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_homework_attempt_homework_id",
                table: "homework_attempt",
                column: "homework_id");

            migrationBuilder.CreateIndex(
                name: "ix_homework_attempt_player_id_number",
                table: "homework_attempt",
                columns: new[] { "player_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_homework_player_homework_id_key_hash",
                table: "homework_player",
                columns: new[] { "homework_id", "key_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_homework_player_homework_id_name_key",
                table: "homework_player",
                columns: new[] { "homework_id", "name_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_homework_player_user_id",
                table: "homework_player",
                column: "user_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "homework_attempt");

            migrationBuilder.DropTable(
                name: "homework_player");

            migrationBuilder.DropTable(
                name: "homework");
        }
    }
}
