using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Arena.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class QuizTags : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "folder",
                table: "quiz",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "folder_key",
                table: "quiz",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "tag_keys",
                table: "quiz",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "tags",
                table: "quiz",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "title_key",
                table: "quiz",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "prompt_key",
                table: "question",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "session_source",
                columns: table => new
                {
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    quiz_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_session_source", x => new { x.session_id, x.quiz_id });
                    table.ForeignKey(
                        name: "fk_session_source_game_session_session_id",
                        column: x => x.session_id,
                        principalTable: "game_session",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_session_source_quiz_id",
                table: "session_source",
                column: "quiz_id");

            migrationBuilder.Sql(SearchKeys.Fill("quiz", "title", "title_key"));
            migrationBuilder.Sql(SearchKeys.Fill("question", "prompt", "prompt_key"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "session_source");

            migrationBuilder.DropColumn(
                name: "folder",
                table: "quiz");

            migrationBuilder.DropColumn(
                name: "folder_key",
                table: "quiz");

            migrationBuilder.DropColumn(
                name: "tag_keys",
                table: "quiz");

            migrationBuilder.DropColumn(
                name: "tags",
                table: "quiz");

            migrationBuilder.DropColumn(
                name: "title_key",
                table: "quiz");

            migrationBuilder.DropColumn(
                name: "prompt_key",
                table: "question");
        }
    }
}
