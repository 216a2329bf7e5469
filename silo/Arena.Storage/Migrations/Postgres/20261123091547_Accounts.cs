using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Arena.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Accounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_administrator",
                table: "user",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "name_key",
                table: "user",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "user",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "created_at",
                table: "auth_session",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "previous_token_hash",
                table: "auth_session",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "rotated_at",
                table: "auth_session",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "rotation_salt",
                table: "auth_session",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "data_protection_key",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_key", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "quiz_co_author",
                columns: table => new
                {
                    quiz_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_quiz_co_author", x => new { x.quiz_id, x.user_id });
                    table.ForeignKey(
                        name: "fk_quiz_co_author_quiz_quiz_id",
                        column: x => x.quiz_id,
                        principalTable: "quiz",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_quiz_co_author_user_user_id",
                        column: x => x.user_id,
                        principalTable: "user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "security_event",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    @event = table.Column<string>(name: "event", type: "text", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ip = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_security_event", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "session_co_host",
                columns: table => new
                {
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_session_co_host", x => new { x.session_id, x.user_id });
                    table.ForeignKey(
                        name: "fk_session_co_host_game_session_session_id",
                        column: x => x.session_id,
                        principalTable: "game_session",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_session_co_host_user_user_id",
                        column: x => x.user_id,
                        principalTable: "user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_user_name_key",
                table: "user",
                column: "name_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_quiz_co_author_user_id",
                table: "quiz_co_author",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_security_event_at",
                table: "security_event",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_security_event_user_id",
                table: "security_event",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_session_co_host_user_id",
                table: "session_co_host",
                column: "user_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "data_protection_key");

            migrationBuilder.DropTable(
                name: "quiz_co_author");

            migrationBuilder.DropTable(
                name: "security_event");

            migrationBuilder.DropTable(
                name: "session_co_host");

            migrationBuilder.DropIndex(
                name: "ix_user_name_key",
                table: "user");

            migrationBuilder.DropColumn(
                name: "is_administrator",
                table: "user");

            migrationBuilder.DropColumn(
                name: "name_key",
                table: "user");

            migrationBuilder.DropColumn(
                name: "version",
                table: "user");

            migrationBuilder.DropColumn(
                name: "created_at",
                table: "auth_session");

            migrationBuilder.DropColumn(
                name: "previous_token_hash",
                table: "auth_session");

            migrationBuilder.DropColumn(
                name: "rotated_at",
                table: "auth_session");

            migrationBuilder.DropColumn(
                name: "rotation_salt",
                table: "auth_session");
        }
    }
}
