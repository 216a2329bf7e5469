using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Arena.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class QuizStoredBytes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "stored_bytes",
                table: "quiz",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.Sql("""
                UPDATE quiz SET stored_bytes = 150 + octet_length(title) + coalesce(octet_length(description), 0)
                    + coalesce((
                        SELECT sum(150 + octet_length(q.prompt) + coalesce(octet_length(q.explanation), 0))
                        FROM question AS q WHERE q.quiz_id = quiz.id), 0)
                    + coalesce((
                        SELECT sum(150 + octet_length(o.label))
                        FROM question_option AS o JOIN question AS q ON q.id = o.question_id WHERE q.quiz_id = quiz.id), 0);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "stored_bytes",
                table: "quiz");
        }
    }
}
